WITH hours AS (
    SELECT max(method) AS method,
           endpoint,
           date_trunc('hour', ts) AS hour,
           count(*) AS counted,
           count(*) FILTER (WHERE status >= 500) AS failed
    FROM requests
    WHERE status <> 429
    GROUP BY endpoint, date_trunc('hour', ts)
),
weeks AS (
    SELECT CAST(date_bin(INTERVAL '7 days', hour, TIMESTAMP '2026-03-01 00:00:00') AS DATE) AS week,
           max(method) AS method,
           endpoint,
           count(*) AS hours_with_calls,
           count(*) FILTER (WHERE failed <= {{fraction}} * counted) AS good_hours
    FROM hours
    GROUP BY 1, endpoint
)
SELECT week,
       method,
       endpoint,
       hours_with_calls,
       7 * 24 - hours_with_calls AS quiet_hours,
       good_hours,
       round(100.0 * good_hours / hours_with_calls, 1) AS compliance,
       CASE WHEN good_hours >= 0.97 * hours_with_calls THEN 'yes' ELSE 'no' END AS kept
FROM weeks
ORDER BY week, method, endpoint;
