-- Two of the five steps, without the time limit. One row is one step.
SELECT 1 AS step, count(*) AS accounts
FROM accounts
WHERE trial_ends_at IS NOT NULL
UNION ALL
SELECT 2 AS step, count(DISTINCT k.account_id) AS accounts
FROM accounts AS a
JOIN api_keys AS k ON k.account_id = a.account_id
WHERE a.trial_ends_at IS NOT NULL
ORDER BY step;
