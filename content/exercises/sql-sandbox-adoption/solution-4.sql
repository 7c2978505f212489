-- Two lists for each moment, who is open and who has adopted; the line for everybody adds up the lines of the plans.
WITH moments(month_end) AS (
    VALUES (DATE '2026-02-01'), (DATE '2026-03-01'), (DATE '2026-04-01'), (DATE '2026-05-01')
),
open_accounts AS (
    SELECT m.month_end, a.account_id, a.plan_id
    FROM moments AS m
    CROSS JOIN accounts AS a
    WHERE a.signed_up_at >= TIMESTAMP '{{since}} 00:00:00'
      AND a.signed_up_at < m.month_end
      AND NOT coalesce(a.closed_at < m.month_end, false)
),
adopted AS (
    SELECT DISTINCT m.month_end, k.account_id
    FROM moments AS m
    JOIN usage_daily AS u ON u.day < m.month_end
    JOIN api_keys AS k ON k.key_id = u.key_id AND k.environment = 'test'
),
by_plan AS (
    SELECT o.month_end, p.plan, count(*) AS open_accounts, count(d.account_id) AS adopters
    FROM open_accounts AS o
    JOIN plans AS p ON p.plan_id = o.plan_id
    LEFT JOIN adopted AS d ON d.month_end = o.month_end AND d.account_id = o.account_id
    GROUP BY o.month_end, p.plan
),
lines AS (
    SELECT month_end, plan, open_accounts, adopters FROM by_plan
    UNION ALL
    SELECT month_end, 'all plans', sum(open_accounts), sum(adopters) FROM by_plan GROUP BY month_end
)
SELECT month_end, plan, open_accounts, adopters, round(adopters * 100.0 / open_accounts, 1) AS adoption
FROM lines
ORDER BY month_end;
