-- Known and unknown planes asked apart; the age divided by {{width_word}}, without what comes after the point, numbers the bands.
WITH known AS (
    SELECT f.tailnum, f.dep_delay, (2013 - p.year) / {{width}} AS band
    FROM flights AS f
    JOIN planes AS p ON p.tailnum = f.tailnum
    WHERE f.dep_delay IS NOT NULL AND p.year IS NOT NULL
),
banded AS (
    SELECT tailnum, dep_delay,
           CASE band WHEN 0 THEN '{{first_band}}' WHEN 1 THEN '{{second_band}}' WHEN 2 THEN '{{third_band}}' WHEN 3 THEN '{{fourth_band}}' ELSE '{{fifth_band}}' END AS age_band
    FROM known
    UNION ALL
    SELECT f.tailnum, f.dep_delay, 'unknown'
    FROM flights AS f
    WHERE f.dep_delay IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM planes AS p WHERE p.tailnum = f.tailnum AND p.year IS NOT NULL)
)
SELECT age_band, count(*) AS flights, count(DISTINCT tailnum) AS planes, round(avg(1.0 * dep_delay), 2) AS mean_delay
FROM banded
GROUP BY age_band;
