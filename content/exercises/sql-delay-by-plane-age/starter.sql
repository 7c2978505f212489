-- How many flights find their plane? Compare this with the number of flights that departed.
SELECT count(*) AS flights, count(DISTINCT flights.tailnum) AS planes
FROM flights
JOIN planes ON planes.tailnum = flights.tailnum
WHERE flights.dep_delay IS NOT NULL;
