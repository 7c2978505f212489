SELECT account_id, name, trial_ends_at
FROM accounts
WHERE trial_ends_at BETWEEN TIMESTAMP '2026-05-01 00:00:00' AND TIMESTAMP '2026-05-15 00:00:00'
  AND converted_at IS NULL AND closed_at IS NULL
ORDER BY trial_ends_at;
