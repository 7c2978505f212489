-- Totals and favourites apart: DISTINCT ON keeps the first row of each account in the order that is given.
WITH counts AS (
    SELECT k.account_id, a.name, r.method, r.endpoint, count(*) AS calls, max(r.ts) AS last_call
    FROM accounts AS a
    JOIN api_keys AS k ON k.account_id = a.account_id
    JOIN requests AS r ON r.key_id = k.key_id
    WHERE r.status >= 200 AND r.status < 300
    GROUP BY k.account_id, a.name, r.method, r.endpoint
),
totals AS (
    SELECT account_id, sum(calls) AS calls
    FROM counts
    GROUP BY account_id
    HAVING sum(calls) >= {{floor}}
),
favourites AS (
    SELECT DISTINCT ON (account_id) account_id, name, method, endpoint, calls
    FROM counts
    ORDER BY account_id, calls DESC, last_call DESC, method, endpoint
)
SELECT f.account_id, f.name, f.method, f.endpoint, f.calls, round(f.calls * 100.0 / t.calls, 1) AS share
FROM totals AS t
JOIN favourites AS f ON f.account_id = t.account_id;
