-- As calendar days: from {{start}} to {{last}} May, both taken in.
SELECT account_id, name, trial_ends_at
FROM accounts
WHERE CAST(trial_ends_at AS DATE) BETWEEN DATE '{{from}}' AND DATE '{{last_day}}'
  AND coalesce(converted_at, closed_at) IS NULL
ORDER BY trial_ends_at, account_id;
