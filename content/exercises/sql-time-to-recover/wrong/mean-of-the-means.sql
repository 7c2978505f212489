WITH closed AS (
    SELECT severity, started_at, resolved_at
    FROM incidents
    WHERE resolved_at IS NOT NULL
),
stacked AS (
    SELECT severity, started_at, resolved_at FROM closed
),
measured AS (
    SELECT severity,
           (extract(epoch FROM resolved_at) - extract(epoch FROM started_at)) / 60 AS minutes,
           (extract(epoch FROM started_at)
            - extract(epoch FROM lag(resolved_at) OVER (PARTITION BY severity ORDER BY started_at))) / 86400 AS quiet_days
    FROM stacked
),
figures AS (
    SELECT severity, count(*) AS incidents, avg(minutes) AS mttr, {{aggregate}}(minutes) AS {{extreme}}, avg(quiet_days) AS quiet
    FROM measured
    GROUP BY severity
)
SELECT severity, incidents, round(mttr, 1) AS mttr_minutes, {{extreme}}, round(quiet, 2) AS days_between
FROM figures
UNION ALL
SELECT 'all', sum(incidents), round(avg(mttr), 1), {{aggregate}}({{extreme}}), round(avg(quiet), 2)
FROM figures;
