WITH legs AS (
    SELECT dep_delay,
           row_number() OVER w AS leg,
           lag(arr_delay) OVER w AS came_late
    FROM flights
    WHERE dep_delay IS NOT NULL AND tailnum IS NOT NULL
    WINDOW w AS (PARTITION BY tailnum, flight_date ORDER BY sched_dep_time, flight)
),
banded AS (
    SELECT dep_delay,
           CASE
               WHEN leg = 1 THEN 'first of the day'
               WHEN came_late IS NULL THEN 'unknown'
               WHEN came_late <= 0 THEN 'on time or early'
               WHEN came_late < {{late}} THEN '1 to {{before_late}}'
               WHEN came_late < {{much}} THEN '{{late}} to {{before_much}}'
               ELSE '{{much}} or more'
           END AS earlier_arrival
    FROM legs
)
SELECT earlier_arrival,
       count(*) AS flights,
       round(avg(dep_delay), 2) AS mean_delay,
       round(100.0 * count(*) FILTER (WHERE dep_delay > {{late}}) / count(*), 1) AS late_share
FROM banded
GROUP BY earlier_arrival;
