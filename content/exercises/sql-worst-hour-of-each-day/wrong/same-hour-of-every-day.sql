WITH by_clock AS (
    SELECT extract(hour FROM ts) AS hour, 1.0 * count(*) FILTER (WHERE status >= 500) / count(*) AS rate
    FROM requests
    WHERE endpoint = '/charges' AND ts >= TIMESTAMP '2026-03-01 00:00:00' AND ts < TIMESTAMP '2026-03-15 00:00:00'
    GROUP BY extract(hour FROM ts)
),
worst AS (SELECT hour FROM by_clock ORDER BY rate DESC, hour LIMIT 1)
SELECT CAST(ts AS DATE) AS day, extract(hour FROM ts) AS hour, count(*) AS requests, count(*) FILTER (WHERE status >= 500) AS failed,
       round(100.0 * count(*) FILTER (WHERE status >= 500) / count(*), 2) AS error_rate
FROM requests
WHERE endpoint = '/charges' AND ts >= TIMESTAMP '2026-03-01 00:00:00' AND ts < TIMESTAMP '2026-03-15 00:00:00'
  AND extract(hour FROM ts) IN (SELECT hour FROM worst)
GROUP BY CAST(ts AS DATE), extract(hour FROM ts)
ORDER BY day;
