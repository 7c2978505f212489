-- How many accounts were active in which calendar week. Nothing yet says when they signed up.
SELECT CAST(date_trunc('week', u.day) AS DATE) AS active_week,
       count(DISTINCT k.account_id) AS active
FROM usage_daily AS u
JOIN api_keys AS k ON k.key_id = u.key_id
WHERE u.billable > 0
GROUP BY CAST(date_trunc('week', u.day) AS DATE)
ORDER BY active_week;
