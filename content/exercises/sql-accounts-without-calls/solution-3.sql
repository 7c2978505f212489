-- `NOT IN` for the accounts that called, and a subquery for each number of keys. No key is without an account, so `NOT IN` is safe.
SELECT a.account_id,
       a.name,
       (SELECT count(*)
        FROM api_keys AS k
        WHERE k.account_id = a.account_id AND k.environment = 'live' AND k.revoked_at IS NULL) AS live_keys
FROM accounts AS a
WHERE a.plan_id > 1
  AND a.closed_at IS NULL
  AND CAST(a.signed_up_at AS DATE) < DATE '{{first}}'
  AND a.account_id NOT IN (
      SELECT k.account_id
      FROM api_keys AS k
      JOIN usage_daily AS u ON u.key_id = k.key_id
      WHERE date_trunc('month', u.day) = DATE '{{first}}'
  );
