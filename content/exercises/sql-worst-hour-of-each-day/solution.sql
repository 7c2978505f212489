WITH hourly AS (
    SELECT CAST(ts AS DATE) AS day,
           extract(hour FROM ts) AS hour,
           count(*) AS requests,
           count(*) FILTER (WHERE status >= 500) AS failed
    FROM requests
    WHERE endpoint = '/charges'
      AND CAST(ts AS DATE) BETWEEN DATE '2026-03-01' AND DATE '2026-03-14'
    GROUP BY CAST(ts AS DATE), extract(hour FROM ts)
    HAVING count(*) >= {{floor}}
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY day ORDER BY 1.0 * failed / requests DESC, hour) AS place
    FROM hourly
)
SELECT day, hour, requests, failed, round(100.0 * failed / requests, 2) AS error_rate
FROM ranked
WHERE place = 1
ORDER BY day;
