-- `DISTINCT ON` keeps the first row of each day in an order that puts the worst hour first.
WITH hourly AS (
    SELECT CAST(ts AS DATE) AS day,
           date_part('hour', ts) AS hour,
           count(*) AS requests,
           sum(CASE WHEN status > 499 THEN 1 ELSE 0 END) AS failed
    FROM requests
    WHERE endpoint = '/charges' AND ts >= TIMESTAMP '2026-03-01 00:00:00' AND ts < TIMESTAMP '2026-03-15 00:00:00'
    GROUP BY CAST(ts AS DATE), date_part('hour', ts)
),
worst AS (
    SELECT DISTINCT ON (day) day, hour, requests, failed
    FROM hourly
    WHERE requests >= {{floor}}
    ORDER BY day, 1.0 * failed / requests DESC, hour
)
SELECT day, hour, requests, failed, round(100.0 * failed / requests, 2) AS error_rate
FROM worst
ORDER BY day;
