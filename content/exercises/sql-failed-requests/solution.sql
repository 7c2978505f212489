SELECT ts, request_id, key_id, status, latency_ms
FROM requests
WHERE method = 'POST'
  AND endpoint = '/charges'
  AND status >= 500
  AND ts >= TIMESTAMP '2026-03-10 {{from}}:00'
  AND ts < TIMESTAMP '2026-03-10 {{until}}:00'
ORDER BY ts;
