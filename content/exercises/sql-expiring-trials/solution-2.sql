-- As calendar days: from 1 to 14 May, both taken in.
SELECT account_id, name, trial_ends_at
FROM accounts
WHERE CAST(trial_ends_at AS DATE) BETWEEN DATE '2026-05-01' AND DATE '2026-05-14'
  AND coalesce(converted_at, closed_at) IS NULL
ORDER BY trial_ends_at, account_id;
