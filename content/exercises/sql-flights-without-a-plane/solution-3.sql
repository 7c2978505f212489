-- Both lists below each other, with a mark for where a row comes from; grouping does what the join did.
WITH marks AS (
    SELECT tailnum, 1 AS flight, 0 AS registered FROM flights WHERE origin = '{{origin}}'
    UNION ALL
    SELECT tailnum, 0, 1 FROM planes
),
by_tail AS (
    SELECT tailnum, sum(flight) AS flights, max(registered) AS registered
    FROM marks
    GROUP BY tailnum
)
SELECT CASE
           WHEN tailnum IS NULL THEN 'no tail number'
           WHEN registered = 0 THEN 'only flights'
           WHEN flights = 0 THEN 'only register'
           ELSE 'both'
       END AS place,
       count(tailnum) AS tail_numbers,
       sum(flights) AS flights
FROM by_tail
GROUP BY 1;
