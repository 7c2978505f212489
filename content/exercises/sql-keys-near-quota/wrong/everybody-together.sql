WITH running AS (
    SELECT k.key_id, k.monthly_quota, u.day, sum(u.billable) OVER (ORDER BY u.day) AS used
    FROM api_keys AS k
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE k.environment = 'live' AND u.day BETWEEN DATE '{{first}}' AND DATE '{{last}}'
)
SELECT key_id, monthly_quota, min(day) AS crossed_on, min(used) AS used
FROM running
WHERE used >= {{fraction}} * monthly_quota
GROUP BY key_id, monthly_quota
ORDER BY crossed_on;
