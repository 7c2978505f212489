-- All keys with their calls in {{month}}, busiest first. Keys are not accounts, and nothing is added up yet.
SELECT k.key_id, sum(u.requests) AS calls
FROM usage_daily AS u
JOIN api_keys AS k ON k.key_id = u.key_id
WHERE u.day >= DATE '{{first}}' AND u.day < DATE '{{next}}'
GROUP BY k.key_id
ORDER BY calls DESC;
