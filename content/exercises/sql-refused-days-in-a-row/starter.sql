-- How many days with refusals each account had. Whether they followed one another is not asked yet.
SELECT k.account_id, count(DISTINCT u.day) AS days
FROM usage_daily AS u
JOIN api_keys AS k ON k.key_id = u.key_id
WHERE u.throttled > 0
GROUP BY k.account_id
ORDER BY days DESC;
