WITH figures AS (
    SELECT max(method) AS method,
           endpoint,
           version,
           count(*) AS calls,
           round(percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms)) AS p50_ms,
           round(percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms)) AS p95_ms,
           round(percentile_cont(0.99) WITHIN GROUP (ORDER BY latency_ms)) AS p99_ms
    FROM requests
    WHERE status BETWEEN 200 AND 299
    GROUP BY endpoint, version
),
smaller AS (
    SELECT *,
           count(*) OVER (PARTITION BY endpoint) AS versions,
           min(calls) OVER (PARTITION BY endpoint) AS smaller_side,
           sum(calls) OVER () AS all_calls
    FROM figures
)
SELECT method, endpoint, version, calls, p50_ms, p95_ms, p99_ms
FROM smaller
WHERE versions = 2 AND smaller_side >= {{fraction}} * all_calls
ORDER BY method, endpoint, version;
