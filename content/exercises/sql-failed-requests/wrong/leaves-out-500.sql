SELECT ts, request_id, key_id, status, latency_ms
FROM requests
WHERE method = 'POST' AND endpoint = '/charges' AND status > 500
  AND ts >= TIMESTAMP '2026-03-10 14:00:00' AND ts < TIMESTAMP '2026-03-10 16:00:00'
ORDER BY ts;
