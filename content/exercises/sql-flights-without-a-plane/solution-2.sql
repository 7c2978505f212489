-- Without a full join: each place asks its own question.
SELECT 'both' AS place, count(DISTINCT f.tailnum) AS tail_numbers, count(*) AS flights
FROM flights AS f
WHERE f.origin = '{{origin}}'
  AND EXISTS (SELECT 1 FROM planes AS p WHERE p.tailnum = f.tailnum)
HAVING count(*) > 0
UNION ALL
SELECT 'only flights', count(DISTINCT f.tailnum), count(*)
FROM flights AS f
WHERE f.origin = '{{origin}}'
  AND f.tailnum IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM planes AS p WHERE p.tailnum = f.tailnum)
HAVING count(*) > 0
UNION ALL
SELECT 'only register', count(*), 0
FROM planes AS p
WHERE NOT EXISTS (SELECT 1 FROM flights AS f WHERE f.origin = '{{origin}}' AND f.tailnum = p.tailnum)
HAVING count(*) > 0
UNION ALL
SELECT 'no tail number', 0, count(*)
FROM flights
WHERE origin = '{{origin}}' AND tailnum IS NULL
HAVING count(*) > 0;
