WITH placed AS (
    SELECT CASE
               WHEN p.tailnum IS NOT NULL AND f.origin IS NOT NULL THEN 'both'
               WHEN p.tailnum IS NOT NULL THEN 'only register'
               WHEN f.tailnum IS NOT NULL THEN 'only flights'
               ELSE 'no tail number'
           END AS place, coalesce(p.tailnum, f.tailnum) AS tailnum, f.origin
    FROM (SELECT * FROM flights WHERE origin = '{{origin}}') AS f FULL JOIN planes AS p ON p.tailnum = f.tailnum
)
SELECT place, count(tailnum) AS tail_numbers, count(origin) AS flights FROM placed GROUP BY place;
