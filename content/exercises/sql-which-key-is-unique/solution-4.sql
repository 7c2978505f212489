-- The shared keys of each candidate as a list, counted from the side of the candidates, so that none can be missing.
WITH shared AS (
    SELECT '{{number}}' AS candidate, count(*) AS n
    FROM flights
    WHERE flight_date IS NOT NULL AND {{first}} IS NOT NULL AND flight IS NOT NULL
    GROUP BY flight_date, {{first}}, flight
    HAVING count(*) > 1
    UNION ALL
    SELECT '{{number_more}}', count(*)
    FROM flights
    WHERE flight_date IS NOT NULL AND {{first}} IS NOT NULL AND flight IS NOT NULL AND {{second}} IS NOT NULL
    GROUP BY flight_date, {{first}}, flight, {{second}}
    HAVING count(*) > 1
    UNION ALL
    SELECT '{{plane}}', count(*)
    FROM flights
    WHERE flight_date IS NOT NULL AND tailnum IS NOT NULL AND {{time}} IS NOT NULL
    GROUP BY flight_date, tailnum, {{time}}
    HAVING count(*) > 1
),
candidates AS (
    SELECT '{{number}}' AS candidate, count(*) AS incomplete
    FROM flights
    WHERE flight_date IS NULL OR {{first}} IS NULL OR flight IS NULL
    UNION ALL
    SELECT '{{number_more}}', count(*)
    FROM flights
    WHERE flight_date IS NULL OR {{first}} IS NULL OR flight IS NULL OR {{second}} IS NULL
    UNION ALL
    SELECT '{{plane}}', count(*)
    FROM flights
    WHERE flight_date IS NULL OR tailnum IS NULL OR {{time}} IS NULL
)
SELECT c.candidate, c.incomplete, count(s.n) AS shared_keys, coalesce(sum(s.n), 0) AS rows_affected
FROM candidates AS c
LEFT JOIN shared AS s ON s.candidate = c.candidate
GROUP BY c.candidate, c.incomplete;
