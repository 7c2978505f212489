-- Each departure goes to the last report it misses; added up from the latest report backwards, these are all it misses.
WITH placed AS (
    SELECT CASE
               WHEN after >= {{last}} * 60 THEN {{last}}
               WHEN after >= {{third}} * 60 THEN {{third}}
               WHEN after >= {{second}} * 60 THEN {{second}}
               WHEN after >= 60 THEN 1
               WHEN after >= 0 THEN 0
           END AS wait_hours
    FROM (
        SELECT sched_dep_time / 100 * 60 + sched_dep_time % 100 + dep_delay - 1440 AS after
        FROM flights
        WHERE dep_time IS NOT NULL
    ) AS departures
),
counted AS (
    SELECT w.wait_hours, count(p.wait_hours) AS here
    FROM (VALUES (0), (1), ({{second}}), ({{third}}), ({{last}})) AS w(wait_hours)
    LEFT JOIN placed AS p ON p.wait_hours = w.wait_hours
    GROUP BY w.wait_hours
),
added AS (
    SELECT wait_hours,
           sum(here) OVER (ORDER BY wait_hours DESC) AS missing,
           (SELECT count(dep_delay) FROM flights) AS departed
    FROM counted
)
SELECT wait_hours, departed, missing, round(missing * 100.0 / departed, 3) AS missing_share
FROM added
ORDER BY wait_hours;
