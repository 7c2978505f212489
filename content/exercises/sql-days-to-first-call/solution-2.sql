-- Two lists: who made a key, and how long those waited who called; a day number makes the wait a plain subtraction.
WITH made AS (
    SELECT DISTINCT a.account_id, k.environment, a.signed_up_at
    FROM accounts AS a
    JOIN api_keys AS k ON k.account_id = a.account_id
    WHERE CAST(a.signed_up_at AS DATE) BETWEEN DATE '2026-01-01' AND DATE '2026-03-31'
),
called AS (
    SELECT m.account_id, m.environment,
           min(CAST(u.day AS INT) - CAST(CAST(m.signed_up_at AS DATE) AS INT)) AS wait
    FROM made AS m
    JOIN api_keys AS k ON k.account_id = m.account_id AND k.environment = m.environment
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE u.billable > 0
      AND u.day <= CAST(m.signed_up_at AS DATE) + INTERVAL '{{limit}} days'
    GROUP BY m.account_id, m.environment
)
SELECT CAST(date_trunc('month', m.signed_up_at) AS DATE) AS month,
       m.environment,
       count(*) AS accounts,
       count(c.wait) AS called,
       round(median(1.0 * c.wait), 1) AS median_days,
       round(percentile_cont(0.95) WITHIN GROUP (ORDER BY 1.0 * c.wait), 1) AS p95_days
FROM made AS m
LEFT JOIN called AS c ON c.account_id = m.account_id AND c.environment = m.environment
GROUP BY CAST(date_trunc('month', m.signed_up_at) AS DATE), m.environment
ORDER BY month, m.environment;
