WITH daily AS (
    SELECT method, endpoint, version, CAST(ts AS DATE) AS day,
           count(*) AS calls,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms) AS p50_ms,
           percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms) AS p95_ms,
           percentile_cont(0.99) WITHIN GROUP (ORDER BY latency_ms) AS p99_ms
    FROM requests
    WHERE status BETWEEN 200 AND 299
    GROUP BY method, endpoint, version, CAST(ts AS DATE)
),
figures AS (
    SELECT method, endpoint, version, sum(calls) AS calls,
           round(avg(p50_ms)) AS p50_ms, round(avg(p95_ms)) AS p95_ms, round(avg(p99_ms)) AS p99_ms
    FROM daily
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
