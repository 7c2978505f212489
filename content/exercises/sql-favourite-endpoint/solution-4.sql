-- One grouping by account: an aggregate with an order of its own takes the first value, so method and path come from the same row.
SELECT c.account_id,
       a.name,
       first_value(c.method ORDER BY c.calls DESC, c.last_call DESC, c.method, c.endpoint) AS method,
       first_value(c.endpoint ORDER BY c.calls DESC, c.last_call DESC, c.method, c.endpoint) AS endpoint,
       max(c.calls) AS calls,
       round(100.0 * max(c.calls) / sum(c.calls), 1) AS share
FROM (
    SELECT k.account_id, r.method, r.endpoint, count(*) AS calls, max(r.ts) AS last_call
    FROM api_keys AS k
    JOIN requests AS r ON r.key_id = k.key_id AND r.status BETWEEN 200 AND 299
    GROUP BY k.account_id, r.method, r.endpoint
) AS c
JOIN accounts AS a ON a.account_id = c.account_id
GROUP BY c.account_id, a.name
HAVING sum(c.calls) > {{below}};
