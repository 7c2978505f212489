-- Two windows in one pass, and GROUPING SETS decide which of them a row of the answer averages.
WITH neighbours AS (
    SELECT severity,
           (to_unixtime(resolved_at) - to_unixtime(started_at)) / 60.0 AS minutes,
           (to_unixtime(lead(started_at) OVER (PARTITION BY severity ORDER BY started_at)) - to_unixtime(resolved_at)) / 86400.0 AS to_the_same,
           (to_unixtime(lead(started_at) OVER (ORDER BY started_at)) - to_unixtime(resolved_at)) / 86400.0 AS to_any
    FROM incidents
    WHERE resolved_at < TIMESTAMP '2026-05-01 00:00:00'
)
SELECT CASE grouping(severity) WHEN 1 THEN 'all' ELSE severity END AS severity,
       count(*) AS incidents,
       round(avg(minutes), 1) AS mttr_minutes,
       {{aggregate}}(minutes) AS {{extreme}},
       round(CASE grouping(severity) WHEN 1 THEN avg(to_any) ELSE avg(to_the_same) END, 2) AS days_between
FROM neighbours
GROUP BY GROUPING SETS ((severity), ());
