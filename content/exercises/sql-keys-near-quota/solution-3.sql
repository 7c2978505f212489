-- Without windows: each day is joined to the days up to it, and of the days that are high enough the first is taken.
WITH month AS (
    SELECT k.key_id, k.monthly_quota, u.day, u.billable
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    WHERE k.environment = 'live'
      AND k.monthly_quota IS NOT NULL
      AND date_trunc('month', u.day) = DATE '{{first}}'
),
totals AS (
    SELECT today.key_id, today.monthly_quota, today.day, sum(upto.billable) AS used
    FROM month AS today
    JOIN month AS upto ON upto.key_id = today.key_id AND upto.day <= today.day
    GROUP BY today.key_id, today.monthly_quota, today.day
    HAVING sum(upto.billable) * 100 >= today.monthly_quota * {{percent}}
)
SELECT t.key_id, t.monthly_quota, t.day AS crossed_on, t.used
FROM totals AS t
WHERE NOT EXISTS (SELECT 1 FROM totals AS e WHERE e.key_id = t.key_id AND e.day < t.day)
ORDER BY crossed_on;
