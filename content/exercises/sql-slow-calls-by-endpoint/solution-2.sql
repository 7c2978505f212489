-- The promise as a small table of its own, joined by kind of call; the share as a mean of ones and noughts.
WITH promise(kind, limit_ms) AS (
    VALUES ('read', {{read}}), ('other', {{other}})
),
answered AS (
    SELECT method, endpoint, latency_ms, CASE method WHEN 'GET' THEN 'read' ELSE 'other' END AS kind
    FROM requests
    WHERE latency_ms IS NOT NULL
),
judged AS (
    SELECT a.method, a.endpoint, CASE WHEN a.latency_ms > p.limit_ms THEN 1.0 ELSE 0.0 END AS is_slow
    FROM answered AS a
    JOIN promise AS p ON p.kind = a.kind
)
SELECT method, endpoint, count(*) AS answered, CAST(sum(is_slow) AS BIGINT) AS slow, round(100 * avg(is_slow), 2) AS slow_share
FROM judged
GROUP BY method, endpoint
HAVING sum(is_slow) >= 10
ORDER BY slow_share DESC;
