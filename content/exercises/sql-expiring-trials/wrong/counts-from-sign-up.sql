SELECT account_id, name, trial_ends_at
FROM accounts
WHERE signed_up_at + INTERVAL '14 days' >= TIMESTAMP '{{from}} 00:00:00'
  AND signed_up_at + INTERVAL '14 days' < TIMESTAMP '{{until}} 00:00:00'
  AND converted_at IS NULL AND closed_at IS NULL
ORDER BY trial_ends_at;
