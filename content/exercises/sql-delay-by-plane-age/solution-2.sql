-- The bands as a table of their own, joined by their ends.
WITH bands AS (
    SELECT * FROM (VALUES ('{{first_band}}', 0, {{before_second}}), ('{{second_band}}', {{second}}, {{before_third}}), ('{{third_band}}', {{third}}, {{before_fourth}}), ('{{fourth_band}}', {{fourth}}, {{before_fifth}}), ('{{fifth_band}}', {{fifth}}, 200)) AS band (age_band, youngest, oldest)
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
