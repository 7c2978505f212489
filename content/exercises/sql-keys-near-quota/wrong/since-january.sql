WITH running AS (
    SELECT k.key_id, k.monthly_quota, u.day, sum(u.billable) OVER (PARTITION BY k.key_id ORDER BY u.day) AS used
    FROM api_keys AS k
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE k.environment = 'live'
)
SELECT key_id, monthly_quota, min(day) AS crossed_on, min(used) AS used
FROM running
WHERE used >= {{fraction}} * monthly_quota AND day BETWEEN DATE '{{first}}' AND DATE '{{last}}'
GROUP BY key_id, monthly_quota
ORDER BY crossed_on;
