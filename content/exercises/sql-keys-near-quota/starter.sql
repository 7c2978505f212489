-- What each live key used in all of {{month}}. This says which keys came near their quota, and not when.
SELECT k.key_id, k.monthly_quota, sum(u.billable) AS used
FROM api_keys AS k
JOIN usage_daily AS u ON u.key_id = k.key_id
WHERE k.environment = 'live'
  AND u.day BETWEEN DATE '{{first}}' AND DATE '{{last}}'
GROUP BY k.key_id, k.monthly_quota;
