-- Left joins in both directions, one list below the other.
WITH flown AS (
    SELECT f.tailnum, CASE WHEN f.tailnum IS NULL THEN 'no tail number' WHEN p.tailnum IS NULL THEN 'only flights' ELSE 'both' END AS place
    FROM flights AS f
    LEFT JOIN planes AS p ON p.tailnum = f.tailnum
    WHERE f.origin = '{{origin}}'
),
unused AS (
    SELECT p.tailnum
    FROM planes AS p
    LEFT JOIN (SELECT DISTINCT tailnum FROM flights WHERE origin = '{{origin}}') AS f ON f.tailnum = p.tailnum
    WHERE f.tailnum IS NULL
),
found AS (
    SELECT place, tailnum, 1 AS flight FROM flown
    UNION ALL
    SELECT 'only register', tailnum, 0 FROM unused
)
SELECT place, count(DISTINCT tailnum) AS tail_numbers, sum(flight) AS flights
FROM found
GROUP BY place;
