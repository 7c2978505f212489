-- The answered and the slow counted in two queries and joined; the slow ones are few, so they decide who is on the list.
WITH answered AS (
    SELECT method, endpoint, count(*) AS answered
    FROM requests
    WHERE latency_ms IS NOT NULL
    GROUP BY method, endpoint
),
slow AS (
    SELECT method, endpoint, count(*) AS slow
    FROM requests
    WHERE (method = 'GET' AND latency_ms > {{read}}) OR (method <> 'GET' AND latency_ms > {{other}})
    GROUP BY method, endpoint
)
SELECT s.method, s.endpoint, a.answered, s.slow, round(100.0 * s.slow / a.answered, 2) AS slow_share
FROM slow AS s
JOIN answered AS a ON a.method = s.method AND a.endpoint = s.endpoint
WHERE s.slow > 9
ORDER BY slow_share DESC;
