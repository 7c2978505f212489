-- Wide, then long: both versions of an endpoint stand in one row while they are judged, and are taken apart again.
WITH wide AS (
    SELECT method,
           endpoint,
           sum(CASE WHEN version = 'v1' THEN 1 ELSE 0 END) AS n1,
           sum(CASE WHEN version = 'v2' THEN 1 ELSE 0 END) AS n2,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE version = 'v1') AS a1,
           percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE version = 'v1') AS b1,
           percentile_cont(0.99) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE version = 'v1') AS c1,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE version = 'v2') AS a2,
           percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE version = 'v2') AS b2,
           percentile_cont(0.99) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE version = 'v2') AS c2
    FROM requests
    WHERE status BETWEEN 200 AND 299
    GROUP BY method, endpoint
),
kept AS (
    SELECT *
    FROM wide
    WHERE least(n1, n2) >= (SELECT {{fraction}} * sum(n1 + n2) FROM wide)
)
SELECT method, endpoint, 'v1' AS version, n1 AS calls, a1 AS p50_ms, b1 AS p95_ms, c1 AS p99_ms
FROM kept
UNION ALL
SELECT method, endpoint, 'v2', n2, a2, b2, c2
FROM kept
ORDER BY method, endpoint, version;
