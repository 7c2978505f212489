-- Each check with NOT EXISTS, which never adds a row; what was checked comes from a query of its own.
WITH found AS (
    SELECT 'airline unknown' AS check_name, f.carrier AS cause FROM flights AS f
    WHERE NOT EXISTS (SELECT 1 FROM airlines AS a WHERE a.carrier = f.carrier)
    UNION ALL
    SELECT 'destination unknown', f.dest FROM flights AS f
    WHERE NOT EXISTS (SELECT 1 FROM airports AS a WHERE a.faa = f.dest)
    UNION ALL
    SELECT 'no tail number', f.{{tail_cause}} FROM flights AS f
    WHERE f.tailnum IS NULL
    UNION ALL
    SELECT 'plane unknown', f.{{plane_cause}} FROM flights AS f
    WHERE f.tailnum IS NOT NULL AND NOT EXISTS (SELECT 1 FROM planes AS p WHERE p.tailnum = f.tailnum)
    UNION ALL
    SELECT 'no weather', f.origin || ' ' || CAST(f.time_hour AS VARCHAR) FROM flights AS f
    WHERE NOT EXISTS (SELECT 1 FROM weather AS w WHERE w.origin = f.origin AND w.time_hour = f.time_hour)
),
checks AS (
    SELECT c.check_name, CASE WHEN c.check_name = 'plane unknown' THEN n.with_tail ELSE n.every_flight END AS checked
    FROM (VALUES ('airline unknown'), ('destination unknown'), ('no tail number'), ('plane unknown'), ('no weather')) AS c(check_name)
    CROSS JOIN (SELECT count(*) AS every_flight, count(tailnum) AS with_tail FROM flights) AS n
)
SELECT c.check_name, c.checked, count(f.cause) AS faulty, count(DISTINCT f.cause) AS causes
FROM checks AS c
LEFT JOIN found AS f ON f.check_name = c.check_name
GROUP BY c.check_name, c.checked
ORDER BY faulty DESC;
