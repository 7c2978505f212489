-- The percentiles by hand: number the waits of a group, then interpolate at the two places asked for.
WITH days AS (
    SELECT date_trunc('month', a.signed_up_at) AS month, k.environment, a.account_id,
           u.day - CAST(a.signed_up_at AS DATE) AS wait
    FROM accounts AS a
    JOIN api_keys AS k ON k.account_id = a.account_id
    LEFT JOIN usage_daily AS u ON u.key_id = k.key_id AND u.billable > 0 AND u.day - CAST(a.signed_up_at AS DATE) <= {{limit}}
    WHERE a.signed_up_at >= TIMESTAMP '2026-01-01 00:00:00' AND a.signed_up_at < TIMESTAMP '2026-04-01 00:00:00'
),
waits AS (
    SELECT month, environment, account_id, min(wait) AS wait
    FROM days
    GROUP BY month, environment, account_id
),
numbered AS (
    SELECT month, environment, wait,
           row_number() OVER (PARTITION BY month, environment ORDER BY wait NULLS LAST) - 1 AS place,
           count(wait) OVER (PARTITION BY month, environment) AS called
    FROM waits
)
SELECT CAST(month AS DATE) AS month,
       environment,
       count(*) AS accounts,
       max(called) AS called,
       round(sum(wait * greatest(0.0, 1.0 - abs(place - 0.5 * (called - 1)))), 1) AS median_days,
       round(sum(wait * greatest(0.0, 1.0 - abs(place - 0.95 * (called - 1)))), 1) AS p95_days
FROM numbered
GROUP BY CAST(month AS DATE), environment
ORDER BY month, environment;
