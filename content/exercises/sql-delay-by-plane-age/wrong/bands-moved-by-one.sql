WITH departed AS (
    SELECT flights.tailnum, flights.dep_delay,
           CASE WHEN planes.year IS NULL THEN 'unknown' WHEN 2013 - planes.year <= 5 THEN '0-4' WHEN 2013 - planes.year <= 10 THEN '5-9'
                WHEN 2013 - planes.year <= 15 THEN '10-14' WHEN 2013 - planes.year <= 20 THEN '15-19' ELSE '20+' END AS age_band
    FROM flights
    LEFT JOIN planes ON planes.tailnum = flights.tailnum
    WHERE flights.dep_delay IS NOT NULL
)
SELECT age_band, count(*) AS flights, count(DISTINCT tailnum) AS planes, round(avg(dep_delay), 2) AS mean_delay
FROM departed
GROUP BY age_band;
