SELECT 'both' AS place, count(DISTINCT tailnum) AS tail_numbers, count(*) AS flights FROM flights WHERE tailnum IN (SELECT tailnum FROM planes)
UNION ALL
SELECT 'only flights', count(DISTINCT tailnum), count(*) FROM flights WHERE tailnum NOT IN (SELECT tailnum FROM planes)
UNION ALL
SELECT 'only register', count(*), 0 FROM planes WHERE tailnum NOT IN (SELECT tailnum FROM flights)
UNION ALL
SELECT 'no tail number', 0, count(*) FROM flights WHERE tailnum IS NULL;
