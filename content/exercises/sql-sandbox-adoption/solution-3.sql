-- By what happened when: sign-ups, closures and first uses as +1 and -1 on a day, added up to each moment.
WITH young AS (
    SELECT a.account_id, p.plan, CAST(a.signed_up_at AS DATE) AS opened_on, CAST(a.closed_at AS DATE) AS closed_on
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE a.signed_up_at >= TIMESTAMP '{{since}} 00:00:00'
),
uses AS (
    SELECT y.account_id, y.plan, y.closed_on, min(u.day) AS used_on
    FROM young AS y
    JOIN api_keys AS k ON k.account_id = y.account_id AND k.environment = 'test'
    JOIN usage_daily AS u ON u.key_id = k.key_id
    GROUP BY y.account_id, y.plan, y.closed_on
),
events AS (
    SELECT plan, opened_on AS day, 1 AS accounts, 0 AS adopted FROM young
    UNION ALL
    SELECT plan, closed_on, -1, 0 FROM young WHERE closed_on IS NOT NULL
    UNION ALL
    SELECT plan, used_on, 0, 1 FROM uses
    UNION ALL
    SELECT plan, greatest(closed_on, used_on), 0, -1 FROM uses WHERE closed_on IS NOT NULL
),
both_ways AS (
    SELECT plan, day, accounts, adopted FROM events
    UNION ALL
    SELECT 'all plans', day, accounts, adopted FROM events
)
SELECT m.month_end,
       b.plan,
       sum(b.accounts) AS open_accounts,
       sum(b.adopted) AS adopters,
       round(100.0 * sum(b.adopted) / sum(b.accounts), 1) AS adoption
FROM both_ways AS b
JOIN (VALUES (DATE '2026-02-01'), (DATE '2026-03-01'), (DATE '2026-04-01'), (DATE '2026-05-01')) AS m(month_end) ON b.day < m.month_end
GROUP BY m.month_end, b.plan
HAVING sum(b.accounts) > 0
ORDER BY m.month_end;
