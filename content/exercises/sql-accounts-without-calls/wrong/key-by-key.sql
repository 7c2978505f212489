SELECT a.account_id, a.name,
       count(DISTINCT CASE WHEN k.environment = 'live' AND k.revoked_at IS NULL THEN k.key_id END) AS live_keys
FROM accounts AS a
LEFT JOIN api_keys AS k ON k.account_id = a.account_id
LEFT JOIN usage_daily AS u ON u.key_id = k.key_id AND u.day BETWEEN DATE '{{first}}' AND DATE '{{last}}'
WHERE a.plan_id <> 1 AND a.closed_at IS NULL AND a.signed_up_at < TIMESTAMP '{{first}} 00:00:00'
  AND u.key_id IS NULL
GROUP BY a.account_id, a.name;
