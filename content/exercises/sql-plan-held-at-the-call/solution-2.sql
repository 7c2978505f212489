-- The history as periods, closed at the beginning and open at the end; each call falls into exactly one.
WITH moments AS (
    SELECT a.account_id,
           p.plan,
           a.trial_ends_at,
           least(coalesce(a.trial_ends_at, TIMESTAMP '1970-01-01 00:00:00'), coalesce(a.converted_at, TIMESTAMP '2100-01-01 00:00:00')) AS tried_until,
           coalesce(a.converted_at, TIMESTAMP '2100-01-01 00:00:00') AS bought,
           coalesce(a.closed_at, TIMESTAMP '2100-01-01 00:00:00') AS closed
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
),
periods AS (
    SELECT account_id, 'Trial' AS held, TIMESTAMP '1970-01-01 00:00:00' AS valid_from, least(tried_until, closed) AS valid_until
    FROM moments WHERE trial_ends_at IS NOT NULL
    UNION ALL
    SELECT account_id, 'Lapsed', tried_until, least(bought, closed)
    FROM moments WHERE trial_ends_at IS NOT NULL
    UNION ALL
    SELECT account_id, plan, bought, closed
    FROM moments WHERE trial_ends_at IS NOT NULL
    UNION ALL
    SELECT account_id, plan, TIMESTAMP '1970-01-01 00:00:00', closed
    FROM moments WHERE trial_ends_at IS NULL
    UNION ALL
    SELECT account_id, 'Closed', closed, TIMESTAMP '2200-01-01 00:00:00'
    FROM moments
)
SELECT h.held,
       count(*) AS calls,
       count(DISTINCT h.account_id) AS accounts,
       sum(CASE WHEN r.status >= {{low}} AND r.status < {{beyond}} THEN 1 ELSE 0 END) AS {{counted}}
FROM requests AS r
JOIN api_keys AS k ON k.key_id = r.key_id
JOIN periods AS h ON h.account_id = k.account_id AND r.ts >= h.valid_from AND r.ts < h.valid_until
GROUP BY h.held;
