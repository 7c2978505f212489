SELECT k.key_id, k.monthly_quota, max(u.day) AS crossed_on, sum(u.billable) AS used
FROM api_keys AS k
JOIN usage_daily AS u ON u.key_id = k.key_id
WHERE k.environment = 'live' AND u.day BETWEEN DATE '{{first}}' AND DATE '{{last}}'
GROUP BY k.key_id, k.monthly_quota
HAVING sum(u.billable) >= {{fraction}} * k.monthly_quota
ORDER BY crossed_on;
