-- One row with five counts, then each count on a row of its own.
WITH counted AS (
    SELECT count(*) AS departed,
           sum(CASE WHEN late >= 0 THEN 1 ELSE 0 END) AS m0,
           sum(CASE WHEN late >= 60 THEN 1 ELSE 0 END) AS m1,
           sum(CASE WHEN late >= 120 THEN 1 ELSE 0 END) AS m2,
           sum(CASE WHEN late >= 180 THEN 1 ELSE 0 END) AS m3,
           sum(CASE WHEN late >= 360 THEN 1 ELSE 0 END) AS m6
    FROM (
        SELECT hour * 60 + minute + dep_delay - 24 * 60 AS late
        FROM flights
        WHERE dep_delay IS NOT NULL
    ) AS after_midnight
)
SELECT 0 AS wait_hours, departed, m0 AS missing, round(100.0 * m0 / departed, 3) AS missing_share FROM counted
UNION ALL
SELECT 1, departed, m1, round(100.0 * m1 / departed, 3) FROM counted
UNION ALL
SELECT 2, departed, m2, round(100.0 * m2 / departed, 3) FROM counted
UNION ALL
SELECT 3, departed, m3, round(100.0 * m3 / departed, 3) FROM counted
UNION ALL
SELECT 6, departed, m6, round(100.0 * m6 / departed, 3) FROM counted
ORDER BY wait_hours;
