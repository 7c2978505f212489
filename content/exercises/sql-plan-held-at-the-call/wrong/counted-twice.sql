WITH periods AS (
    SELECT account_id, 'Trial' AS held, TIMESTAMP '1970-01-01 00:00:00' AS valid_from, trial_ends_at AS valid_until
    FROM accounts WHERE trial_ends_at IS NOT NULL
    UNION ALL
    SELECT account_id, 'Lapsed', trial_ends_at, coalesce(closed_at, TIMESTAMP '2100-01-01 00:00:00')
    FROM accounts WHERE trial_ends_at IS NOT NULL AND converted_at IS NULL
    UNION ALL
    SELECT a.account_id, p.plan, coalesce(a.converted_at, TIMESTAMP '1970-01-01 00:00:00'), coalesce(a.closed_at, TIMESTAMP '2100-01-01 00:00:00')
    FROM accounts AS a JOIN plans AS p ON p.plan_id = a.plan_id WHERE a.trial_ends_at IS NULL OR a.converted_at IS NOT NULL
    UNION ALL
    SELECT account_id, 'Closed', closed_at, TIMESTAMP '2200-01-01 00:00:00' FROM accounts WHERE closed_at IS NOT NULL
)
SELECT h.held, count(*) AS calls, count(DISTINCT h.account_id) AS accounts, count(*) FILTER (WHERE r.status BETWEEN {{low}} AND {{high}}) AS {{counted}}
FROM requests AS r JOIN api_keys AS k ON k.key_id = r.key_id
JOIN periods AS h ON h.account_id = k.account_id AND r.ts >= h.valid_from AND r.ts < h.valid_until
GROUP BY h.held;
