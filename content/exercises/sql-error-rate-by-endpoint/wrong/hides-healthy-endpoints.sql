SELECT method, endpoint, count(*) AS requests,
       count(*) FILTER (WHERE status >= 500) AS failed,
       round(100.0 * count(*) FILTER (WHERE status >= 500) / count(*), 2) AS error_rate
FROM requests
WHERE ts >= TIMESTAMP '2026-03-02 00:00:00' AND ts < TIMESTAMP '2026-03-09 00:00:00'
GROUP BY method, endpoint
HAVING count(*) FILTER (WHERE status >= 500) > 0;
