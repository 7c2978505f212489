-- Accounts and their keys. Accounts without a key are already lost here: see why before you go on.
SELECT a.account_id, a.name, count(*) AS live_keys
FROM accounts AS a
JOIN api_keys AS k ON k.account_id = a.account_id
GROUP BY a.account_id, a.name;
