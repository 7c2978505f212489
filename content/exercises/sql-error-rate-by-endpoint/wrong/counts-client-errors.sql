SELECT method, endpoint, count(*) AS requests,
       count(*) FILTER (WHERE status >= 400) AS failed,
       round(100.0 * count(*) FILTER (WHERE status >= 400) / count(*), 2) AS error_rate
FROM requests
WHERE ts >= TIMESTAMP '{{first}} 00:00:00' AND ts < TIMESTAMP '{{next}} 00:00:00'
GROUP BY method, endpoint;
