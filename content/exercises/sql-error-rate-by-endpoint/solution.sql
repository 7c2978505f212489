SELECT method,
       endpoint,
       count(*) AS requests,
       sum(CASE WHEN status >= 500 THEN 1 ELSE 0 END) AS failed,
       round(100.0 * sum(CASE WHEN status >= 500 THEN 1 ELSE 0 END) / count(*), 2) AS error_rate
FROM requests
WHERE ts >= TIMESTAMP '{{first}} 00:00:00'
  AND ts < TIMESTAMP '{{next}} 00:00:00'
GROUP BY method, endpoint;
