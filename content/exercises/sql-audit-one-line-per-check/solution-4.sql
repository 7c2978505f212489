-- First the values that find nothing, with EXCEPT; then the flights that carry one of them.
WITH no_airline AS (SELECT carrier FROM flights EXCEPT SELECT carrier FROM airlines),
no_airport AS (SELECT dest FROM flights EXCEPT SELECT faa FROM airports),
no_plane AS (SELECT tailnum FROM flights WHERE tailnum IS NOT NULL EXCEPT SELECT tailnum FROM planes),
no_hour AS (SELECT origin, time_hour FROM flights EXCEPT SELECT origin, time_hour FROM weather),
nobody AS (SELECT DISTINCT {{tail_cause}} FROM flights WHERE tailnum IS NULL),
totals AS (SELECT count(*) AS every_flight, count(tailnum) AS with_tail FROM flights)
SELECT 'airline unknown' AS check_name, t.every_flight AS checked,
       (SELECT count(*) FROM flights AS f JOIN no_airline AS x ON x.carrier = f.carrier) AS faulty,
       (SELECT count(*) FROM no_airline) AS causes
FROM totals AS t
UNION ALL
SELECT 'destination unknown', t.every_flight,
       (SELECT count(*) FROM flights AS f JOIN no_airport AS x ON x.dest = f.dest),
       (SELECT count(*) FROM no_airport)
FROM totals AS t
UNION ALL
SELECT 'no tail number', t.every_flight, t.every_flight - t.with_tail, (SELECT count(*) FROM nobody)
FROM totals AS t
UNION ALL
SELECT 'plane unknown', t.with_tail,
       (SELECT count(*) FROM flights AS f JOIN no_plane AS x ON x.tailnum = f.tailnum),
       (SELECT count(DISTINCT f.{{plane_cause}}) FROM flights AS f JOIN no_plane AS x ON x.tailnum = f.tailnum)
FROM totals AS t
UNION ALL
SELECT 'no weather', t.every_flight,
       (SELECT count(*) FROM flights AS f JOIN no_hour AS x ON x.origin = f.origin AND x.time_hour = f.time_hour),
       (SELECT count(*) FROM no_hour)
FROM totals AS t
ORDER BY faulty DESC;
