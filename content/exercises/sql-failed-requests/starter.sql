-- Ten requests, to see what a row looks like.
-- Next: keep only the failed requests to create a charge, in the two hours support asks about.
SELECT ts, request_id, key_id, status, latency_ms
FROM requests
LIMIT 10;
