-- Numbered legs, each joined to the one with the number before it.
WITH numbered AS (
    SELECT tailnum, flight_date, dep_delay, arr_delay,
           row_number() OVER (PARTITION BY tailnum, flight_date ORDER BY sched_dep_time, flight) AS leg
    FROM flights
    WHERE dep_delay IS NOT NULL
),
pairs AS (
    SELECT n.dep_delay, p.leg AS earlier_leg, p.arr_delay AS came_late
    FROM numbered AS n
    LEFT JOIN numbered AS p
      ON p.tailnum = n.tailnum AND p.flight_date = n.flight_date AND p.leg = n.leg - 1
),
told AS (
    SELECT dep_delay,
           CASE
               WHEN earlier_leg IS NULL THEN 'first of the day'
               WHEN came_late >= {{much}} THEN '{{much}} or more'
               WHEN came_late >= {{late}} THEN '{{late}} to {{before_much}}'
               WHEN came_late >= 1 THEN '1 to {{before_late}}'
               WHEN came_late IS NOT NULL THEN 'on time or early'
               ELSE 'unknown'
           END AS earlier_arrival
    FROM pairs
)
SELECT earlier_arrival,
       count(*) AS flights,
       round(avg(dep_delay), 2) AS mean_delay,
       round(avg(CASE WHEN dep_delay >= {{late}} THEN 100.0 ELSE 0.0 END), 1) AS late_share
FROM told
GROUP BY earlier_arrival;
