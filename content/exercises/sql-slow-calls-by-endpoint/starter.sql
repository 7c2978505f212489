-- The average latency of each endpoint. How many calls were too slow, and of how many, it does not say.
SELECT method, endpoint, count(*) AS requests, avg(latency_ms) AS average_ms
FROM requests
GROUP BY method, endpoint
ORDER BY average_ms DESC;
