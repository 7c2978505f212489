-- The clock time by itself, on the day of the outage.
WITH charges AS (
    SELECT *
    FROM requests
    WHERE concat(method, ' ', endpoint) = 'POST /charges' AND CAST(ts AS DATE) = DATE '2026-03-10'
)
SELECT ts, request_id, key_id, status, latency_ms
FROM charges
WHERE NOT status < 500
  AND CAST(ts AS TIME) >= TIME '{{from}}:00'
  AND CAST(ts AS TIME) < TIME '{{until}}:00'
ORDER BY ts, request_id;
