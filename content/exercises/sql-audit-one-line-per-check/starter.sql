-- One check, and only its faults: what was checked is not here, and neither are the other four.
SELECT 'destination unknown' AS check_name, count(*) AS faulty
FROM flights AS f
LEFT JOIN airports AS a ON a.faa = f.dest
WHERE a.faa IS NULL;
