WITH first_days AS (
    SELECT k.account_id, k.environment, min(u.day) AS first_day
    FROM api_keys AS k
    LEFT JOIN usage_daily AS u ON u.key_id = k.key_id AND u.billable > 0
    GROUP BY k.account_id, k.environment
),
waits AS (
    SELECT CAST(date_trunc('month', a.signed_up_at) AS DATE) AS month,
           f.environment,
           CASE WHEN f.first_day - CAST(a.signed_up_at AS DATE) <= {{limit}} THEN f.first_day - CAST(a.signed_up_at AS DATE) END AS wait
    FROM first_days AS f
    JOIN accounts AS a ON a.account_id = f.account_id
    WHERE a.signed_up_at >= TIMESTAMP '2026-01-01 00:00:00'
      AND a.signed_up_at < TIMESTAMP '2026-04-01 00:00:00'
)
SELECT month,
       environment,
       count(*) AS accounts,
       count(wait) AS called,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY wait), 1) AS median_days,
       round(percentile_cont(0.95) WITHIN GROUP (ORDER BY wait), 1) AS p95_days
FROM waits
GROUP BY month, environment
ORDER BY month, environment;
