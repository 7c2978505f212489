WITH every_flight AS (
    SELECT flights.tailnum, flights.dep_delay,
           CASE WHEN planes.year IS NULL THEN 'unknown' WHEN 2013 - planes.year < {{second}} THEN '{{first_band}}' WHEN 2013 - planes.year < {{third}} THEN '{{second_band}}'
                WHEN 2013 - planes.year < {{fourth}} THEN '{{third_band}}' WHEN 2013 - planes.year < {{fifth}} THEN '{{fourth_band}}' ELSE '{{fifth_band}}' END AS age_band
    FROM flights
    LEFT JOIN planes ON planes.tailnum = flights.tailnum
)
SELECT age_band, count(*) AS flights, count(DISTINCT tailnum) AS planes, round(avg(dep_delay), 2) AS mean_delay
FROM every_flight
GROUP BY age_band;
