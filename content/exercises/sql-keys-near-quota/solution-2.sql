-- The day before as a second look: a key crosses where today's total is high enough and yesterday's was not.
WITH running AS (
    SELECT u.key_id,
           u.day,
           u.billable,
           sum(u.billable) OVER (PARTITION BY u.key_id ORDER BY u.day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS used
    FROM usage_daily AS u
    WHERE u.day >= DATE '{{first}}' AND u.day < DATE '{{next}}'
)
SELECT running.key_id, k.monthly_quota, running.day AS crossed_on, running.used
FROM running
JOIN api_keys AS k ON k.key_id = running.key_id
WHERE k.environment = 'live'
  AND running.used >= {{fraction}} * k.monthly_quota
  AND running.used - running.billable < {{fraction}} * k.monthly_quota
ORDER BY crossed_on, key_id;
