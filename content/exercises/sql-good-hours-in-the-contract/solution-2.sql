-- The whole grid: every endpoint and every hour of the fortnight has a row, and what an hour was is written beside it.
WITH grid AS (
    SELECT e.method, e.endpoint, h.value AS hour
    FROM (SELECT DISTINCT method, endpoint FROM requests) AS e
    CROSS JOIN generate_series(TIMESTAMP '2026-03-01 00:00:00', TIMESTAMP '2026-03-14 23:00:00', INTERVAL '1 hour') AS h
),
calls AS (
    SELECT method, endpoint, date_trunc('hour', ts) AS hour, avg(CASE WHEN status >= 500 THEN 1.0 ELSE 0.0 END) AS failed_share
    FROM requests
    WHERE status != 429
    GROUP BY method, endpoint, date_trunc('hour', ts)
),
marked AS (
    SELECT CASE WHEN g.hour < TIMESTAMP '2026-03-08 00:00:00' THEN DATE '2026-03-01' ELSE DATE '2026-03-08' END AS week,
           g.method,
           g.endpoint,
           CASE WHEN c.failed_share IS NULL THEN 'quiet' WHEN c.failed_share > {{fraction}} THEN 'bad' ELSE 'good' END AS was
    FROM grid AS g
    LEFT JOIN calls AS c ON c.method = g.method AND c.endpoint = g.endpoint AND c.hour = g.hour
)
SELECT week,
       method,
       endpoint,
       sum(CASE WHEN was = 'quiet' THEN 0 ELSE 1 END) AS hours_with_calls,
       sum(CASE WHEN was = 'quiet' THEN 1 ELSE 0 END) AS quiet_hours,
       sum(CASE WHEN was = 'good' THEN 1 ELSE 0 END) AS good_hours,
       round(100 * avg(CASE was WHEN 'good' THEN 1.0 WHEN 'bad' THEN 0.0 END), 1) AS compliance,
       CASE WHEN avg(CASE was WHEN 'good' THEN 1.0 WHEN 'bad' THEN 0.0 END) >= 0.97 THEN 'yes' ELSE 'no' END AS kept
FROM marked
GROUP BY week, method, endpoint
HAVING count(*) FILTER (WHERE was <> 'quiet') > 0
ORDER BY week, method, endpoint;
