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
       (SELECT count(*) FROM flights) - sum(n) AS incomplete,
       count(*) FILTER (WHERE n > 1) AS shared_keys,
       coalesce(sum(n) FILTER (WHERE n > 1), 0) AS rows_affected
FROM by_number HAVING max(n) > 1
UNION ALL
SELECT '{{number_more}}',
       (SELECT count(*) FROM flights) - sum(n),
       count(*) FILTER (WHERE n > 1),
       coalesce(sum(n) FILTER (WHERE n > 1), 0)
FROM by_{{more}} HAVING max(n) > 1
UNION ALL
SELECT '{{plane}}',
       (SELECT count(*) FROM flights) - sum(n),
       count(*) FILTER (WHERE n > 1),
       coalesce(sum(n) FILTER (WHERE n > 1), 0)
FROM by_plane HAVING max(n) > 1;
