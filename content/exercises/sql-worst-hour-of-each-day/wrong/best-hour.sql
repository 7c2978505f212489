WITH hourly AS (
    SELECT CAST(ts AS DATE) AS day, extract(hour FROM ts) AS hour, count(*) AS requests, count(*) FILTER (WHERE status >= 500) AS failed
    FROM requests
    WHERE endpoint = '/charges' AND ts >= TIMESTAMP '2026-03-01 00:00:00' AND ts < TIMESTAMP '2026-03-15 00:00:00'
    GROUP BY CAST(ts AS DATE), extract(hour FROM ts)
    HAVING count(*) >= {{floor}}
),
ranked AS (SELECT *, row_number() OVER (PARTITION BY day ORDER BY 1.0 * failed / requests, hour) AS place FROM hourly)
SELECT day, hour, requests, failed, round(100.0 * failed / requests, 2) AS error_rate
FROM ranked WHERE place = 1 ORDER BY day;
