WITH waits(wait_hours) AS (
    VALUES (0), (1), ({{second}}), ({{third}}), ({{last}})
),
departures AS (
    SELECT (sched_dep_time / 100) * 60 + sched_dep_time % 100 + dep_delay AS minutes
    FROM flights
    WHERE dep_delay IS NOT NULL
)
SELECT w.wait_hours,
       count(*) AS departed,
       count(*) FILTER (WHERE d.minutes >= 1440 + 60 * w.wait_hours) AS missing,
       round(100.0 * count(*) FILTER (WHERE d.minutes >= 1440 + 60 * w.wait_hours) / count(*), 3) AS missing_share
FROM departures AS d
CROSS JOIN waits AS w
GROUP BY w.wait_hours
ORDER BY w.wait_hours;
