-- Calls and failures of each endpoint and hour. The contract counts hours in a week, and not every call is counted.
SELECT method, endpoint, date_trunc('hour', ts) AS hour,
       count(*) AS calls,
       count(*) FILTER (WHERE status >= 500) AS failed
FROM requests
GROUP BY method, endpoint, date_trunc('hour', ts)
ORDER BY hour, method, endpoint;
