SELECT method,
       endpoint,
       count(latency_ms) AS answered,
       count(*) FILTER (WHERE latency_ms > {{other}}) AS slow,
       round(100.0 * count(*) FILTER (WHERE latency_ms > {{other}}) / count(latency_ms), 2) AS slow_share
FROM requests
GROUP BY method, endpoint
HAVING count(*) FILTER (WHERE latency_ms > {{other}}) >= 10
ORDER BY slow_share DESC;
