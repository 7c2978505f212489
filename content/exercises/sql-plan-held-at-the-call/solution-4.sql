-- Four queries, one for each thing an account can have held, put under one another and counted once.
WITH calls AS (
    SELECT k.account_id, r.ts, r.status
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
),
open_then AS (
    SELECT c.account_id, c.ts, c.status, a.plan_id, a.trial_ends_at, a.trial_ends_at IS NULL OR coalesce(a.converted_at <= c.ts, false) AS paid
    FROM calls AS c
    JOIN accounts AS a ON a.account_id = c.account_id
    WHERE a.closed_at IS NULL OR a.closed_at > c.ts
),
told AS (
    SELECT 'Closed' AS held, c.account_id, c.status
    FROM calls AS c
    JOIN accounts AS a ON a.account_id = c.account_id
    WHERE a.closed_at <= c.ts
    UNION ALL
    SELECT p.plan, o.account_id, o.status
    FROM open_then AS o
    JOIN plans AS p ON p.plan_id = o.plan_id
    WHERE o.paid
    UNION ALL
    SELECT 'Trial', account_id, status FROM open_then WHERE NOT paid AND ts < trial_ends_at
    UNION ALL
    SELECT 'Lapsed', account_id, status FROM open_then WHERE NOT paid AND ts >= trial_ends_at
)
SELECT held, count(*) AS calls, count(DISTINCT account_id) AS accounts, sum(CASE WHEN status / 100 {{hundreds}} THEN 1 ELSE 0 END) AS {{counted}}
FROM told
GROUP BY held;
