-- The earliest successful day of each key that has one. An account can have several keys, and some keys have no such day.
SELECT k.account_id, k.key_id, k.environment, min(u.day) AS first_day
FROM api_keys AS k
JOIN usage_daily AS u ON u.key_id = k.key_id
WHERE u.billable > 0
GROUP BY k.account_id, k.key_id, k.environment
LIMIT 100;
