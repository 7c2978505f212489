-- Failed requests by key and path. An endpoint is more than a path, and a key is not an account.
SELECT r.endpoint, r.key_id, count(*) AS failed
FROM requests AS r
WHERE r.status >= 500
GROUP BY r.endpoint, r.key_id
ORDER BY failed DESC
LIMIT {{places}};
