WITH counts AS (
    SELECT k.account_id, max(r.method) AS method, r.endpoint, count(*) AS calls, max(r.ts) AS last_call
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.status BETWEEN 200 AND 299
    GROUP BY k.account_id, r.endpoint
),
placed AS (
    SELECT *,
           sum(calls) OVER (PARTITION BY account_id) AS all_calls,
           row_number() OVER (PARTITION BY account_id ORDER BY calls DESC, last_call DESC) AS place
    FROM counts
)
SELECT p.account_id,
       a.name,
       p.method,
       p.endpoint,
       p.calls,
       round(100.0 * p.calls / p.all_calls, 1) AS share
FROM placed AS p
JOIN accounts AS a ON a.account_id = p.account_id
WHERE p.place = 1 AND p.all_calls >= {{floor}};
