WITH flown AS (
    SELECT tailnum, count(*) AS flights
    FROM flights
    WHERE origin = '{{origin}}'
    GROUP BY tailnum
),
placed AS (
    SELECT CASE
               WHEN p.tailnum IS NOT NULL AND f.tailnum IS NOT NULL THEN 'both'
               WHEN p.tailnum IS NOT NULL THEN 'only register'
               WHEN f.tailnum IS NOT NULL THEN 'only flights'
               ELSE 'no tail number'
           END AS place,
           coalesce(p.tailnum, f.tailnum) AS tailnum,
           f.flights
    FROM flown AS f
    LEFT JOIN planes AS p ON p.tailnum = f.tailnum
)
SELECT place, count(tailnum) AS tail_numbers, coalesce(sum(flights), 0) AS flights
FROM placed
GROUP BY place;
