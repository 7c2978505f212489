WITH closed AS (
    SELECT severity, started_at, resolved_at
    FROM incidents
    WHERE resolved_at IS NOT NULL
),
measured AS (
    SELECT severity,
           (extract(epoch FROM resolved_at) - extract(epoch FROM started_at)) / 60 AS minutes,
           (extract(epoch FROM started_at)
            - extract(epoch FROM lag(resolved_at) OVER (ORDER BY started_at))) / 86400 AS quiet_days
    FROM closed
),
stacked AS (
    SELECT * FROM measured
    UNION ALL
    SELECT 'all', minutes, quiet_days FROM measured
)
SELECT severity,
       count(*) AS incidents,
       round(avg(minutes), 1) AS mttr_minutes,
       {{aggregate}}(minutes) AS {{extreme}},
       round(avg(quiet_days), 2) AS days_between
FROM stacked
GROUP BY severity;
