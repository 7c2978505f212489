-- The endpoints first, then their calls: a half that is too small never gets as far as the percentiles.
WITH share AS (
    SELECT {{fraction}} * count(*) AS calls
    FROM requests
    WHERE status >= 200 AND status < 300
),
compared AS (
    SELECT method, endpoint
    FROM requests
    WHERE status >= 200 AND status < 300
    GROUP BY method, endpoint
    HAVING count(*) FILTER (WHERE version = 'v1') >= (SELECT calls FROM share)
       AND count(*) FILTER (WHERE version = 'v2') >= (SELECT calls FROM share)
)
SELECT r.method,
       r.endpoint,
       r.version,
       count(*) AS calls,
       round(median(r.latency_ms)) AS p50_ms,
       round(quantile_cont(r.latency_ms, 0.95)) AS p95_ms,
       round(quantile_cont(r.latency_ms, 0.99)) AS p99_ms
FROM compared AS c
JOIN requests AS r ON r.method = c.method AND r.endpoint = c.endpoint
WHERE r.status >= 200 AND r.status < 300
GROUP BY r.method, r.endpoint, r.version
ORDER BY r.method, r.endpoint, r.version;
