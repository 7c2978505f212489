WITH by_number AS (
    SELECT flight_date, {{first}}, flight, count(*) AS n
    FROM flights
    WHERE flight_date IS NOT NULL AND {{first}} IS NOT NULL AND flight IS NOT NULL
    GROUP BY flight_date, {{first}}, flight
),
by_{{more}} AS (
    SELECT flight_date, {{first}}, flight, {{second}}, count(*) AS n
    FROM flights
    WHERE flight_date IS NOT NULL AND {{first}} IS NOT NULL AND flight IS NOT NULL AND {{second}} IS NOT NULL
    GROUP BY flight_date, {{first}}, flight, {{second}}
),
by_plane AS (
    SELECT flight_date, tailnum, {{time}}, count(*) AS n
    FROM flights
    WHERE flight_date IS NOT NULL AND tailnum IS NOT NULL AND {{time}} IS NOT NULL
    GROUP BY flight_date, tailnum, {{time}}
)
SELECT '{{number}}' AS candidate,
       0 * sum(n) AS incomplete,
       count(*) FILTER (WHERE n > 1) AS shared_keys,
       coalesce(sum(n) FILTER (WHERE n > 1), 0) AS rows_affected
FROM by_number
UNION ALL
SELECT '{{number_more}}',
       0 * sum(n),
       count(*) FILTER (WHERE n > 1),
       coalesce(sum(n) FILTER (WHERE n > 1), 0)
FROM by_{{more}}
UNION ALL
SELECT '{{plane}}',
       0 * sum(n),
       count(*) FILTER (WHERE n > 1),
       coalesce(sum(n) FILTER (WHERE n > 1), 0)
FROM by_plane;
