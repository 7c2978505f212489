SELECT account_id, name, trial_ends_at
FROM accounts
WHERE trial_ends_at >= TIMESTAMP '{{from}} 00:00:00' AND trial_ends_at < TIMESTAMP '{{last_day}} 00:00:00'
  AND converted_at IS NULL AND closed_at IS NULL
ORDER BY trial_ends_at;
