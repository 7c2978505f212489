-- One wide row for each flight with what it did not find, then one count for each column.
WITH marked AS (
    SELECT f.carrier, f.dest, f.tailnum, f.origin, f.time_hour,
           a.carrier IS NULL AS no_airline,
           d.faa IS NULL AS no_destination,
           f.tailnum IS NULL AS no_tail,
           f.tailnum IS NOT NULL AND p.tailnum IS NULL AS no_plane,
           w.time_hour IS NULL AS no_weather
    FROM flights AS f
    LEFT JOIN airlines AS a ON a.carrier = f.carrier
    LEFT JOIN airports AS d ON d.faa = f.dest
    LEFT JOIN planes AS p ON p.tailnum = f.tailnum
    LEFT JOIN weather AS w ON w.origin = f.origin AND w.time_hour = f.time_hour
)
SELECT 'airline unknown' AS check_name, count(*) AS checked, sum(CASE WHEN no_airline THEN 1 ELSE 0 END) AS faulty,
       count(DISTINCT CASE WHEN no_airline THEN carrier END) AS causes
FROM marked
UNION ALL
SELECT 'destination unknown', count(*), sum(CASE WHEN no_destination THEN 1 ELSE 0 END), count(DISTINCT CASE WHEN no_destination THEN dest END)
FROM marked
UNION ALL
SELECT 'no tail number', count(*), sum(CASE WHEN no_tail THEN 1 ELSE 0 END), count(DISTINCT CASE WHEN no_tail THEN {{tail_cause}} END)
FROM marked
UNION ALL
SELECT 'plane unknown', count(tailnum), sum(CASE WHEN no_plane THEN 1 ELSE 0 END), count(DISTINCT CASE WHEN no_plane THEN {{plane_cause}} END)
FROM marked
UNION ALL
SELECT 'no weather', count(*), sum(CASE WHEN no_weather THEN 1 ELSE 0 END), count(DISTINCT CASE WHEN no_weather THEN concat(origin, CAST(time_hour AS VARCHAR)) END)
FROM marked
ORDER BY faulty DESC;
