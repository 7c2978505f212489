SELECT a.account_id, a.name, count(*) AS live_keys
FROM accounts AS a
LEFT JOIN api_keys AS k ON k.account_id = a.account_id AND k.environment = 'live' AND k.revoked_at IS NULL
WHERE a.plan_id <> 1 AND a.closed_at IS NULL AND a.signed_up_at < TIMESTAMP '{{first}} 00:00:00'
  AND NOT EXISTS (
      SELECT 1 FROM api_keys AS any_key JOIN usage_daily AS u ON u.key_id = any_key.key_id
      WHERE any_key.account_id = a.account_id AND u.day BETWEEN DATE '{{first}}' AND DATE '{{last}}')
GROUP BY a.account_id, a.name;
