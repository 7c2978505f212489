-- Whole minutes since the outage began, from 0 to 119; a failure is told by the first digit of its status.
SELECT r.ts, r.request_id, r.key_id, r.status, r.latency_ms
FROM requests AS r
WHERE r.request_id IN (SELECT request_id FROM requests WHERE method = 'POST' AND endpoint = '/charges')
  AND r.status / 100 = 5
  AND date_diff('minute', TIMESTAMP '2026-03-10 {{from}}:00', r.ts) BETWEEN 0 AND 119
ORDER BY r.ts;
