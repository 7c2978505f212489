WITH by_number AS (
    SELECT flight_date, carrier, flight, count(*) AS n
    FROM flights
    GROUP BY flight_date, carrier, flight
),
by_airport AS (
    SELECT flight_date, carrier, flight, origin, count(*) AS n
    FROM flights
    GROUP BY flight_date, carrier, flight, origin
),
by_plane AS (
    SELECT flight_date, tailnum, sched_dep_time, count(*) AS n
    FROM flights
    WHERE tailnum IS NOT NULL
    GROUP BY flight_date, tailnum, sched_dep_time
)
SELECT 'number' AS candidate,
       (SELECT count(*) FROM flights) - sum(n) AS incomplete,
       count(*) FILTER (WHERE n > 1) AS shared_keys,
       coalesce(sum(n) FILTER (WHERE n > 1), 0) AS rows_affected
FROM by_number
UNION ALL
SELECT 'number and airport',
       (SELECT count(*) FROM flights) - sum(n),
       count(*) FILTER (WHERE n > 1),
       coalesce(sum(n) FILTER (WHERE n > 1), 0)
FROM by_airport
UNION ALL
SELECT 'plane and time',
       (SELECT count(*) FROM flights) - coalesce(sum(n), 0),
       count(*) FILTER (WHERE n > 1),
       coalesce(sum(n) FILTER (WHERE n > 1), 0)
FROM by_plane;
