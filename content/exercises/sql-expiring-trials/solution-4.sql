-- Each account gets a word for where it stands; the days are counted from the {{ordinal}}.
WITH standing AS (
    SELECT account_id,
           name,
           trial_ends_at,
           CAST(trial_ends_at AS DATE) - DATE '{{from}}' AS days,
           CASE WHEN closed_at IS NOT NULL THEN 'closed' WHEN converted_at IS NOT NULL THEN 'bought' ELSE 'open' END AS state
    FROM accounts
)
SELECT account_id, name, trial_ends_at
FROM standing
WHERE state = 'open' AND days BETWEEN 0 AND {{steps}}
ORDER BY trial_ends_at;
