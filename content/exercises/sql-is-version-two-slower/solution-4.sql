-- By hand: number the calls of a group from the fastest, and interpolate between the two neighbours of the place that is asked for.
WITH numbered AS (
    SELECT method, endpoint, version, latency_ms,
           row_number() OVER (PARTITION BY method, endpoint, version ORDER BY latency_ms) AS place,
           count(*) OVER (PARTITION BY method, endpoint, version) AS calls
    FROM requests
    WHERE status / 100 = 2
),
weighed AS (
    SELECT *,
           greatest(0.0, 1.0 - abs(place - 1 - 0.5 * (calls - 1))) AS w50,
           greatest(0.0, 1.0 - abs(place - 1 - 0.95 * (calls - 1))) AS w95,
           greatest(0.0, 1.0 - abs(place - 1 - 0.99 * (calls - 1))) AS w99
    FROM numbered
),
figures AS (
    SELECT method, endpoint, version, max(calls) AS calls,
           sum(w50 * latency_ms) AS p50_ms,
           sum(w95 * latency_ms) AS p95_ms,
           sum(w99 * latency_ms) AS p99_ms
    FROM weighed
    GROUP BY method, endpoint, version
)
SELECT f.*
FROM figures AS f
CROSS JOIN (SELECT {{fraction}} * sum(calls) AS calls FROM figures) AS floor
JOIN figures AS other ON other.method = f.method AND other.endpoint = f.endpoint AND other.version <> f.version
WHERE f.calls >= floor.calls AND other.calls >= floor.calls
ORDER BY f.method, f.endpoint, f.version;
