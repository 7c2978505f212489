WITH closed AS (
    SELECT severity, started_at, resolved_at
    FROM incidents
    WHERE resolved_at IS NOT NULL
),
gaps AS (
    SELECT severity, started_at, resolved_at,
           (extract(epoch FROM started_at)
            - extract(epoch FROM lag(resolved_at) OVER (PARTITION BY severity ORDER BY started_at))) / 86400 AS quiet_days
    FROM closed
),
with_gaps AS (
    SELECT * FROM gaps
    UNION ALL
    SELECT 'all', started_at, resolved_at, quiet_days FROM gaps
),
measured AS (
    SELECT severity,
           (extract(epoch FROM resolved_at) - extract(epoch FROM started_at)) / 60 AS minutes,
           quiet_days
    FROM with_gaps
)
SELECT severity,
       count(*) AS incidents,
       round(avg(minutes), 1) AS mttr_minutes,
       {{aggregate}}(minutes) AS {{extreme}},
       round(avg(quiet_days), 2) AS days_between
FROM measured
GROUP BY severity;
