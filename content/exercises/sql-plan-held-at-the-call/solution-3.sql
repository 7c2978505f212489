-- The history as changes: what an account held is its latest change at or before the call.
WITH changes AS (
    SELECT a.account_id, TIMESTAMP '1970-01-01 00:00:00' AS at, 0 AS place, CASE WHEN a.trial_ends_at IS NULL THEN p.plan ELSE 'Trial' END AS held
    FROM accounts AS a JOIN plans AS p ON p.plan_id = a.plan_id
    UNION ALL
    SELECT account_id, trial_ends_at, 1, 'Lapsed'
    FROM accounts
    WHERE trial_ends_at IS NOT NULL AND (converted_at IS NULL OR converted_at > trial_ends_at)
    UNION ALL
    SELECT a.account_id, a.converted_at, 2, p.plan
    FROM accounts AS a JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE a.converted_at IS NOT NULL AND a.trial_ends_at IS NOT NULL
    UNION ALL
    SELECT account_id, closed_at, 3, 'Closed'
    FROM accounts
    WHERE closed_at IS NOT NULL
),
matched AS (
    SELECT r.request_id, r.status, c.account_id, c.held,
           row_number() OVER (PARTITION BY r.request_id ORDER BY c.at DESC, c.place DESC) AS latest
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN changes AS c ON c.account_id = k.account_id AND c.at <= r.ts
)
SELECT held,
       count(*) AS calls,
       count(DISTINCT account_id) AS accounts,
       count(CASE WHEN status / 100 {{hundreds}} THEN 1 END) AS {{counted}}
FROM matched
WHERE latest = 1
GROUP BY held;
