WITH hours AS (
    SELECT method,
           endpoint,
           date_trunc('hour', ts) AS hour,
           count(*) AS counted,
           count(*) FILTER (WHERE status >= 500) AS failed
    FROM requests
    WHERE status <> 429
    GROUP BY method, endpoint, date_trunc('hour', ts)
),
weeks AS (
    SELECT CAST(date_bin(INTERVAL '7 days', hour, TIMESTAMP '2026-03-01 00:00:00') AS DATE) AS week,
           method,
           endpoint,
           count(*) AS hours_with_calls,
           count(*) FILTER (WHERE failed <= {{fraction}} * counted) AS good_hours
    FROM hours
    GROUP BY 1, method, endpoint
)
SELECT week,
       method,
       endpoint,
       hours_with_calls,
       7 * 24 - hours_with_calls AS quiet_hours,
       168 - hours_with_calls + good_hours AS good_hours,
       round(100.0 * (168 - hours_with_calls + good_hours) / 168, 1) AS compliance,
       CASE WHEN 168 - hours_with_calls + good_hours >= 0.97 * 168 THEN 'yes' ELSE 'no' END AS kept
FROM weeks
ORDER BY week, method, endpoint;
