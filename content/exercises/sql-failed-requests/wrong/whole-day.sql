SELECT ts, request_id, key_id, status, latency_ms
FROM requests
WHERE method = 'POST' AND endpoint = '/charges' AND status >= 500
  AND CAST(ts AS DATE) = DATE '2026-03-10'
ORDER BY ts;
