-- Known and unknown planes asked apart; the age divided by five, without what comes after the point, numbers the bands.
WITH known AS (
    SELECT f.tailnum, f.dep_delay, (2013 - p.year) / 5 AS band
    FROM flights AS f
    JOIN planes AS p ON p.tailnum = f.tailnum
    WHERE f.dep_delay IS NOT NULL AND p.year IS NOT NULL
),
banded AS (
    SELECT tailnum, dep_delay,
           CASE band WHEN 0 THEN '0-4' WHEN 1 THEN '5-9' WHEN 2 THEN '10-14' WHEN 3 THEN '15-19' ELSE '20+' END AS age_band
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
