-- `DISTINCT ON` keeps the first of a key's days on which the running total is high enough.
WITH days AS (
    SELECT key_id, day, sum(billable) OVER (PARTITION BY key_id ORDER BY day) AS used
    FROM usage_daily
    WHERE day >= DATE '{{first}}' AND day < DATE '{{next}}'
),
crossed AS (
    SELECT DISTINCT ON (d.key_id) d.key_id, k.monthly_quota, d.day AS crossed_on, d.used
    FROM days AS d
    JOIN api_keys AS k ON k.key_id = d.key_id
    WHERE k.environment = 'live' AND 100.0 * d.used / k.monthly_quota >= {{percent}}
    ORDER BY d.key_id, d.day
)
SELECT key_id, monthly_quota, crossed_on, used
FROM crossed
ORDER BY crossed_on;
