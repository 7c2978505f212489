-- The first day of each new account's keys. A key is not an account, and nothing says yet who came back.
SELECT k.account_id, k.key_id, min(u.day) AS first_day
FROM usage_daily AS u
JOIN api_keys AS k ON k.key_id = u.key_id
JOIN accounts AS a ON a.account_id = k.account_id
WHERE a.signed_up_at >= TIMESTAMP '2026-01-01 00:00:00'
GROUP BY k.account_id, k.key_id;
