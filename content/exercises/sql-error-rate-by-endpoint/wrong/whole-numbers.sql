SELECT method, endpoint, count(*) AS requests,
       sum(CASE WHEN status >= 500 THEN 1 ELSE 0 END) AS failed,
       sum(CASE WHEN status >= 500 THEN 1 ELSE 0 END) / count(*) * 100 AS error_rate
FROM requests
WHERE ts >= TIMESTAMP '2026-03-02 00:00:00' AND ts < TIMESTAMP '2026-03-09 00:00:00'
GROUP BY method, endpoint;
