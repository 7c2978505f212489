-- One join of everything; `HAVING` keeps the groups in which no day was found, and `DISTINCT` counts each key once.
SELECT a.account_id,
       a.name,
       count(DISTINCT CASE WHEN k.environment = 'live' AND k.revoked_at IS NULL THEN k.key_id END) AS live_keys
FROM accounts AS a
LEFT JOIN api_keys AS k ON k.account_id = a.account_id
LEFT JOIN usage_daily AS u ON u.key_id = k.key_id AND u.day >= DATE '{{first}}' AND u.day < DATE '{{next}}'
WHERE a.plan_id <> 1
  AND a.closed_at IS NULL
  AND a.signed_up_at < TIMESTAMP '{{first}} 00:00:00'
GROUP BY a.account_id, a.name
HAVING count(u.day) = 0;
