WITH counts AS (
    SELECT k.account_id, r.method, r.endpoint, count(*) AS calls, max(r.ts) AS last_call
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.status BETWEEN 200 AND 299
    GROUP BY k.account_id, r.method, r.endpoint
),
totals AS (
    SELECT account_id, max(method) AS method, max(endpoint) AS endpoint, max(calls) AS calls, sum(calls) AS all_calls
    FROM counts
    GROUP BY account_id
    HAVING sum(calls) >= {{floor}}
)
SELECT t.account_id, a.name, t.method, t.endpoint, t.calls, round(100.0 * t.calls / t.all_calls, 1) AS share
FROM totals AS t
JOIN accounts AS a ON a.account_id = t.account_id;
