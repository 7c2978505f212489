SELECT method, endpoint, count(*) AS requests, count(*) AS failed, round(100.0 * count(*) / count(*), 2) AS error_rate
FROM requests
WHERE status >= 500
  AND ts >= TIMESTAMP '{{first}} 00:00:00' AND ts < TIMESTAMP '{{next}} 00:00:00'
GROUP BY method, endpoint;
