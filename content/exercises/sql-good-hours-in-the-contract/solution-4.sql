-- Windows over the single requests: each carries its hour's share of failures; the first request of an hour then speaks for it.
WITH beside AS (
    SELECT method,
           endpoint,
           CAST(ts AS DATE) AS day,
           avg(CASE WHEN status >= 500 THEN 100.0 ELSE 0.0 END) OVER hour_of_endpoint AS failed_percent,
           row_number() OVER (PARTITION BY method, endpoint, date_trunc('hour', ts) ORDER BY request_id) AS place
    FROM requests
    WHERE status NOT IN (429)
    WINDOW hour_of_endpoint AS (PARTITION BY method, endpoint, date_trunc('hour', ts))
),
figures AS (
    SELECT CASE WHEN day <= DATE '2026-03-07' THEN DATE '2026-03-01' ELSE DATE '2026-03-08' END AS week,
           method,
           endpoint,
           count(*) AS hours_with_calls,
           count(CASE WHEN failed_percent <= {{percent}} THEN 1 END) AS good_hours,
           avg(CASE WHEN failed_percent <= {{percent}} THEN 100.0 ELSE 0.0 END) AS compliance
    FROM beside
    WHERE place = 1
    GROUP BY 1, method, endpoint
)
SELECT week, method, endpoint, hours_with_calls, 168 - hours_with_calls AS quiet_hours, good_hours,
       compliance,
       CASE WHEN compliance < 97 THEN 'no' ELSE 'yes' END AS kept
FROM figures
ORDER BY week, method, endpoint;
