-- Windows put the size of its group and its place in it beside every row: first places of large groups are the shared keys.
WITH seen AS (
    SELECT tailnum,
           count(*) OVER (PARTITION BY flight_date, {{first}}, flight) AS number_size,
           row_number() OVER (PARTITION BY flight_date, {{first}}, flight ORDER BY {{second}}) AS number_place,
           count(*) OVER (PARTITION BY flight_date, {{first}}, flight, {{second}}) AS {{more}}_size,
           row_number() OVER (PARTITION BY flight_date, {{first}}, flight, {{second}} ORDER BY sched_dep_time) AS {{more}}_place,
           count(*) OVER (PARTITION BY flight_date, tailnum, {{time}}) AS plane_size,
           row_number() OVER (PARTITION BY flight_date, tailnum, {{time}} ORDER BY flight) AS plane_place
    FROM flights
)
SELECT '{{number}}' AS candidate, 0 AS incomplete,
       count(CASE WHEN number_size > 1 AND number_place = 1 THEN 1 END) AS shared_keys,
       count(CASE WHEN number_size > 1 THEN 1 END) AS rows_affected
FROM seen
UNION ALL
SELECT '{{number_more}}', 0,
       count(CASE WHEN {{more}}_size > 1 AND {{more}}_place = 1 THEN 1 END),
       count(CASE WHEN {{more}}_size > 1 THEN 1 END)
FROM seen
UNION ALL
SELECT '{{plane}}', count(*) - count(tailnum),
       count(CASE WHEN tailnum IS NOT NULL AND plane_size > 1 AND plane_place = 1 THEN 1 END),
       count(CASE WHEN tailnum IS NOT NULL AND plane_size > 1 THEN 1 END)
FROM seen;
