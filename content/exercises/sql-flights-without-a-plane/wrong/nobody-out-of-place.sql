SELECT 'both' AS place, count(DISTINCT tailnum) AS tail_numbers, count(*) AS flights FROM flights WHERE origin = '{{origin}}' AND tailnum IN (SELECT tailnum FROM planes)
UNION ALL
SELECT 'only flights', count(DISTINCT tailnum), count(*) FROM flights WHERE origin = '{{origin}}' AND tailnum NOT IN (SELECT tailnum FROM planes)
UNION ALL
SELECT 'only register', count(*), 0 FROM planes WHERE tailnum NOT IN (SELECT tailnum FROM flights WHERE origin = '{{origin}}')
UNION ALL
SELECT 'no tail number', 0, count(*) FROM flights WHERE origin = '{{origin}}' AND tailnum IS NULL;
