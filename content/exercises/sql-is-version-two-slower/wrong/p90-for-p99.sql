WITH answered AS (
    SELECT method, endpoint, version, latency_ms
    FROM requests
    WHERE status BETWEEN 200 AND 299
),
figures AS (
    SELECT method,
           endpoint,
           version,
           count(*) AS calls,
           round(percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms)) AS p50_ms,
           round(percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms)) AS p95_ms,
           round(percentile_cont(0.90) WITHIN GROUP (ORDER BY latency_ms)) AS p99_ms
    FROM answered
    GROUP BY method, endpoint, version
),
smaller AS (
    SELECT *,
           count(*) OVER (PARTITION BY method, endpoint) AS versions,
           min(calls) OVER (PARTITION BY method, endpoint) AS smaller_side,
           sum(calls) OVER () AS all_calls
    FROM figures
)
SELECT method, endpoint, version, calls, p50_ms, p95_ms, p99_ms
FROM smaller
WHERE versions = 2 AND smaller_side >= {{fraction}} * all_calls
ORDER BY method, endpoint, version;
