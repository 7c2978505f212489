-- The day's highest rate beside every hour; of the hours that have it, the earliest.
WITH hourly AS (
    SELECT date_trunc('hour', ts) AS hour_start,
           count(*) AS requests,
           sum(CASE WHEN status >= 500 THEN 1 ELSE 0 END) AS failed
    FROM requests
    WHERE endpoint = '/charges' AND CAST(ts AS DATE) BETWEEN DATE '2026-03-01' AND DATE '2026-03-14'
    GROUP BY date_trunc('hour', ts)
),
compared AS (
    SELECT CAST(hour_start AS DATE) AS day,
           hour_start,
           requests,
           failed,
           100.0 * failed / requests AS rate,
           max(100.0 * failed / requests) OVER (PARTITION BY CAST(hour_start AS DATE)) AS highest
    FROM hourly
    WHERE requests >= {{floor}}
),
worst AS (
    SELECT day, min(hour_start) AS hour_start
    FROM compared
    WHERE rate = highest
    GROUP BY day
)
SELECT worst.day, date_part('hour', worst.hour_start) AS hour, compared.requests, compared.failed, round(compared.rate, 2) AS error_rate
FROM worst
JOIN compared ON compared.hour_start = worst.hour_start
ORDER BY worst.day;
