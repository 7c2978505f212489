WITH calls AS (
    SELECT a.account_id,
           r.status,
           CASE
               WHEN a.closed_at <= r.ts THEN 'Closed'
               WHEN r.ts < a.trial_ends_at THEN 'Trial'
               WHEN a.trial_ends_at IS NULL OR a.converted_at <= r.ts THEN p.plan
               ELSE 'Lapsed'
           END AS held
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    JOIN plans AS p ON p.plan_id = a.plan_id
)
SELECT held,
       count(*) AS calls,
       count(DISTINCT account_id) AS accounts,
       count(*) FILTER (WHERE status BETWEEN {{low}} AND {{high}}) AS {{counted}}
FROM calls
GROUP BY held;
