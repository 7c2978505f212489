WITH closed AS (
    SELECT severity, started_at, resolved_at
    FROM incidents
),
stacked AS (
    SELECT severity, started_at, resolved_at FROM closed
    UNION ALL
    SELECT 'all', started_at, resolved_at FROM closed
),
measured AS (
    SELECT severity,
           (extract(epoch FROM resolved_at) - extract(epoch FROM started_at)) / 60 AS minutes,
           (extract(epoch FROM started_at)
            - extract(epoch FROM lag(resolved_at) OVER (PARTITION BY severity ORDER BY started_at))) / 86400 AS quiet_days
    FROM stacked
)
SELECT severity,
       count(*) AS incidents,
       round(avg(minutes), 1) AS mttr_minutes,
       {{aggregate}}(minutes) AS {{extreme}},
       round(avg(quiet_days), 2) AS days_between
FROM measured
GROUP BY severity;
