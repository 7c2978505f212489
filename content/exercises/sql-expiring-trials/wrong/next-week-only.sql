SELECT account_id, name, trial_ends_at
FROM accounts
WHERE trial_ends_at >= TIMESTAMP '2026-05-01 00:00:00' AND trial_ends_at < TIMESTAMP '2026-05-08 00:00:00'
  AND converted_at IS NULL AND closed_at IS NULL
ORDER BY trial_ends_at;
