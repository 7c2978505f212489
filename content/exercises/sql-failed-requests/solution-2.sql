-- The two hours by name instead of the two ends of the window.
SELECT ts, request_id, key_id, status, latency_ms
FROM requests
WHERE (method, endpoint) = ('POST', '/charges')
  AND status BETWEEN 500 AND 599
  AND date_trunc('hour', ts) IN (TIMESTAMP '2026-03-10 14:00:00', TIMESTAMP '2026-03-10 15:00:00')
ORDER BY ts;
