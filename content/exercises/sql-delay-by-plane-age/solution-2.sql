-- The bands as a table of their own, joined by their ends.
WITH bands AS (
    SELECT * FROM (VALUES ('0-4', 0, 4), ('5-9', 5, 9), ('10-14', 10, 14), ('15-19', 15, 19), ('20+', 20, 200)) AS band (age_band, youngest, oldest)
),
banded AS (
    SELECT planes.tailnum, bands.age_band
    FROM planes
    JOIN bands ON 2013 - planes.year BETWEEN bands.youngest AND bands.oldest
)
SELECT coalesce(banded.age_band, 'unknown') AS age_band,
       count(flights.dep_delay) AS flights,
       count(DISTINCT flights.tailnum) AS planes,
       round(sum(flights.dep_delay) * 1.0 / count(flights.dep_delay), 2) AS mean_delay
FROM flights
LEFT JOIN banded ON banded.tailnum = flights.tailnum
WHERE flights.dep_delay IS NOT NULL
GROUP BY coalesce(banded.age_band, 'unknown');
