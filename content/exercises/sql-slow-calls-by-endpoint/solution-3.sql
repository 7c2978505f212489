-- Reads and the rest apart, each with its own limit; the small ones drop out at the end.
WITH counted AS (
    SELECT method, endpoint, count(latency_ms) AS answered, sum(CASE WHEN latency_ms > {{read}} THEN 1 ELSE 0 END) AS slow
    FROM requests
    WHERE method = 'GET'
    GROUP BY method, endpoint
    UNION ALL
    SELECT method, endpoint, count(latency_ms), sum(CASE WHEN latency_ms > {{other}} THEN 1 ELSE 0 END)
    FROM requests
    WHERE method <> 'GET'
    GROUP BY method, endpoint
)
SELECT method, endpoint, answered, slow, round(slow * 100.0 / answered, 2) AS slow_share
FROM counted
WHERE slow >= 10
ORDER BY slow * 1.0 / answered DESC;
