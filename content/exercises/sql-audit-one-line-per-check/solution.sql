SELECT 'airline unknown' AS check_name,
       count(*) AS checked,
       count(*) FILTER (WHERE a.carrier IS NULL) AS faulty,
       count(DISTINCT CASE WHEN a.carrier IS NULL THEN f.carrier END) AS causes
FROM flights AS f
LEFT JOIN airlines AS a ON a.carrier = f.carrier
UNION ALL
SELECT 'destination unknown', count(*),
       count(*) FILTER (WHERE a.faa IS NULL) AS faulty,
       count(DISTINCT CASE WHEN a.faa IS NULL THEN f.dest END) AS causes
FROM flights AS f
LEFT JOIN airports AS a ON a.faa = f.dest
UNION ALL
SELECT 'no tail number', count(*),
       count(*) - count(tailnum) AS faulty,
       count(DISTINCT CASE WHEN tailnum IS NULL THEN {{tail_cause}} END) AS causes
FROM flights
UNION ALL
SELECT 'plane unknown', count(*),
       count(*) FILTER (WHERE p.tailnum IS NULL) AS faulty,
       count(DISTINCT CASE WHEN p.tailnum IS NULL THEN f.{{plane_cause}} END) AS causes
FROM flights AS f
LEFT JOIN planes AS p ON p.tailnum = f.tailnum
WHERE f.tailnum IS NOT NULL
UNION ALL
SELECT 'no weather', count(*),
       count(*) FILTER (WHERE w.origin IS NULL) AS faulty,
       count(DISTINCT CASE WHEN w.origin IS NULL THEN f.origin || CAST(f.time_hour AS VARCHAR) END) AS causes
FROM flights AS f
LEFT JOIN weather AS w ON w.origin = f.origin AND w.time_hour = f.time_hour
ORDER BY faulty DESC;
