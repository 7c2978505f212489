-- Each account's use in April. How much it may use, and what it used the month before, is not here yet.
SELECT k.account_id, sum(u.billable) AS april
FROM usage_daily AS u
JOIN api_keys AS k ON k.key_id = u.key_id
WHERE u.day BETWEEN DATE '2026-04-01' AND DATE '2026-04-30'
GROUP BY k.account_id
ORDER BY april DESC;
