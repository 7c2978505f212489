-- First one row for each plane with its departures added up, then the planes put into bands.
WITH flown AS (
    SELECT tailnum, count(*) AS departures, sum(dep_delay) AS minutes
    FROM flights
    WHERE dep_time IS NOT NULL
    GROUP BY tailnum
),
aged AS (
    SELECT f.departures, f.minutes,
           CASE
               WHEN p.year <= {{made_fifth}} THEN '{{fifth_band}}'
               WHEN p.year <= {{made_fourth}} THEN '{{fourth_band}}'
               WHEN p.year <= {{made_third}} THEN '{{third_band}}'
               WHEN p.year <= {{made_second}} THEN '{{second_band}}'
               WHEN p.year <= 2013 THEN '{{first_band}}'
               ELSE 'unknown'
           END AS age_band
    FROM planes AS p
    RIGHT JOIN flown AS f ON f.tailnum = p.tailnum
)
SELECT age_band,
       sum(departures) AS flights,
       count(*) AS planes,
       round(1.0 * sum(minutes) / sum(departures), 2) AS mean_delay
FROM aged
GROUP BY age_band;
