-- All that run out in the window, less those that need no call.
SELECT account_id, name, trial_ends_at
FROM accounts
WHERE trial_ends_at >= TIMESTAMP '{{from}} 00:00:00'
  AND trial_ends_at < TIMESTAMP '{{from}} 00:00:00' + INTERVAL '{{number}} days'
EXCEPT
SELECT account_id, name, trial_ends_at
FROM accounts
WHERE converted_at IS NOT NULL OR closed_at IS NOT NULL
ORDER BY trial_ends_at;
