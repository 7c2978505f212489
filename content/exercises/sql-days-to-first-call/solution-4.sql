-- The first call of each account and environment picked with `DISTINCT ON`, joined to the pairs that made a key.
WITH newcomers AS (
    SELECT account_id, CAST(signed_up_at AS DATE) AS day_0, CAST(date_trunc('month', signed_up_at) AS DATE) AS month
    FROM accounts
    WHERE signed_up_at >= TIMESTAMP '2026-01-01 00:00:00' AND signed_up_at < TIMESTAMP '2026-04-01 00:00:00'
),
pairs AS (
    SELECT n.month, n.account_id, n.day_0, k.environment
    FROM newcomers AS n
    JOIN api_keys AS k ON k.account_id = n.account_id
    GROUP BY n.month, n.account_id, n.day_0, k.environment
),
first_calls AS (
    SELECT DISTINCT ON (k.account_id, k.environment) k.account_id, k.environment, u.day
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    WHERE u.billable > 0
    ORDER BY k.account_id, k.environment, u.day
)
SELECT p.month,
       p.environment,
       count(p.account_id) AS accounts,
       count(f.day) AS called,
       round(quantile_cont(f.day - p.day_0, 0.5), 1) AS median_days,
       round(quantile_cont(f.day - p.day_0, 0.95), 1) AS p95_days
FROM pairs AS p
LEFT JOIN first_calls AS f
       ON f.account_id = p.account_id AND f.environment = p.environment AND f.day - p.day_0 BETWEEN 0 AND {{limit}}
GROUP BY p.month, p.environment
ORDER BY p.month, p.environment;
