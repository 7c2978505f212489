WITH moments AS (
    SELECT month_end
    FROM (VALUES (DATE '2026-02-01'), (DATE '2026-03-01'), (DATE '2026-04-01'), (DATE '2026-05-01')) AS m(month_end)
),
first_use AS (
    SELECT k.account_id, min(u.day) AS first_day
    FROM api_keys AS k
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE k.environment = 'test'
    GROUP BY k.account_id
),
open_then AS (
    SELECT m.month_end, p.plan, CASE WHEN f.first_day < m.month_end THEN 1 ELSE 0 END AS adopted
    FROM moments AS m
    JOIN accounts AS a
      ON a.signed_up_at >= TIMESTAMP '{{since}} 00:00:00'
     AND a.signed_up_at < m.month_end
     AND a.closed_at IS NULL
    JOIN plans AS p ON p.plan_id = a.plan_id
    LEFT JOIN first_use AS f ON f.account_id = a.account_id
),
counted AS (
    SELECT month_end, plan, count(*) AS open_accounts, sum(adopted) AS adopters
    FROM open_then
    GROUP BY month_end, plan
    UNION ALL
    SELECT month_end, 'all plans', count(*), sum(adopted)
    FROM open_then
    GROUP BY month_end
)
SELECT month_end, plan, open_accounts, adopters, round(100.0 * adopters / open_accounts, 1) AS adoption
FROM counted
ORDER BY month_end, plan;
