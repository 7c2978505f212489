-- Two summaries, each with one row an account, so that no join can double anything.
WITH callers AS (
    SELECT DISTINCT k.account_id
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    WHERE u.day >= DATE '{{first}}' AND u.day < DATE '{{next}}'
),
usable AS (
    SELECT account_id, count(*) AS live_keys
    FROM api_keys
    WHERE environment = 'live' AND revoked_at IS NULL
    GROUP BY account_id
)
SELECT a.account_id, a.name, coalesce(usable.live_keys, 0) AS live_keys
FROM accounts AS a
LEFT JOIN callers ON callers.account_id = a.account_id
LEFT JOIN usable ON usable.account_id = a.account_id
WHERE callers.account_id IS NULL
  AND a.plan_id <> 1
  AND a.closed_at IS NULL
  AND a.signed_up_at < TIMESTAMP '{{first}} 00:00:00';
