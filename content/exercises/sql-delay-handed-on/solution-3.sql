-- Told forwards: each leg hands its arrival on to the next with lead, and those that nobody handed anything to are the first.
WITH departed AS (
    SELECT tailnum, flight_date, sched_dep_time, flight, dep_delay, arr_delay
    FROM flights
    WHERE dep_time IS NOT NULL
),
handed AS (
    SELECT lead(dep_delay) OVER (PARTITION BY tailnum, flight_date ORDER BY sched_dep_time, flight) AS next_delay, arr_delay
    FROM departed
),
firsts AS (
    SELECT first_value(dep_delay) OVER (PARTITION BY tailnum, flight_date ORDER BY sched_dep_time, flight) AS dep_delay,
           row_number() OVER (PARTITION BY tailnum, flight_date ORDER BY sched_dep_time, flight) AS place
    FROM departed
),
all_legs AS (
    SELECT next_delay AS dep_delay,
           CASE
               WHEN arr_delay IS NULL THEN 'unknown'
               WHEN arr_delay < 1 THEN 'on time or early'
               WHEN arr_delay BETWEEN 1 AND {{before_late}} THEN '1 to {{before_late}}'
               WHEN arr_delay BETWEEN {{late}} AND {{before_much}} THEN '{{late}} to {{before_much}}'
               ELSE '{{much}} or more'
           END AS earlier_arrival
    FROM handed
    WHERE next_delay IS NOT NULL
    UNION ALL
    SELECT dep_delay, 'first of the day' FROM firsts WHERE place = 1
)
SELECT earlier_arrival,
       count(*) AS flights,
       round(CAST(sum(dep_delay) AS DOUBLE) / count(*), 2) AS mean_delay,
       round(100.0 * sum(CASE WHEN dep_delay >= {{late}} THEN 1 ELSE 0 END) / count(*), 1) AS late_share
FROM all_legs
GROUP BY earlier_arrival;
