-- Every account that has or had a trial. Narrow it down to the calls sales should make.
SELECT account_id, name, trial_ends_at
FROM accounts
WHERE trial_ends_at IS NOT NULL
ORDER BY trial_ends_at;
