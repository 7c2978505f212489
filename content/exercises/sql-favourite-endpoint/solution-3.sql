-- No numbering: a favourite is an endpoint for which no better one can be found.
WITH counts AS (
    SELECT account_id, method, endpoint, count(*) AS calls, max(ts) AS last_call
    FROM requests
    JOIN api_keys USING (key_id)
    WHERE status / 100 = 2
    GROUP BY account_id, method, endpoint
)
SELECT c.account_id,
       max(a.name) AS name,
       c.method,
       c.endpoint,
       c.calls,
       round(100.0 * c.calls / sum(every.calls), 1) AS share
FROM counts AS c
JOIN accounts AS a ON a.account_id = c.account_id
JOIN counts AS every ON every.account_id = c.account_id
LEFT JOIN counts AS better
       ON better.account_id = c.account_id
      AND (better.calls > c.calls OR (better.calls = c.calls AND better.last_call > c.last_call)
           OR (better.calls = c.calls AND better.last_call = c.last_call
               AND better.method || ' ' || better.endpoint < c.method || ' ' || c.endpoint))
WHERE better.account_id IS NULL
GROUP BY c.account_id, c.method, c.endpoint, c.calls
HAVING sum(every.calls) >= {{floor}};
