-- The length of the window instead of its second end.
SELECT ts, request_id, key_id, status, latency_ms
FROM requests
WHERE (method, endpoint) = ('POST', '/charges')
  AND status BETWEEN 500 AND 599
  AND ts >= TIMESTAMP '2026-03-10 {{from}}:00'
  AND ts < TIMESTAMP '2026-03-10 {{from}}:00' + INTERVAL '2 hours'
ORDER BY ts;
