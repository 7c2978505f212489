-- One row with five counts, then each count on a row of its own.
WITH counted AS (
    SELECT count(*) AS departed,
           sum(CASE WHEN late >= 0 THEN 1 ELSE 0 END) AS m0,
           sum(CASE WHEN late >= 60 THEN 1 ELSE 0 END) AS m1,
           sum(CASE WHEN late >= {{second_minutes}} THEN 1 ELSE 0 END) AS m{{second}},
           sum(CASE WHEN late >= {{third_minutes}} THEN 1 ELSE 0 END) AS m{{third}},
           sum(CASE WHEN late >= {{last_minutes}} THEN 1 ELSE 0 END) AS m{{last}}
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
SELECT {{second}}, departed, m{{second}}, round(100.0 * m{{second}} / departed, 3) FROM counted
UNION ALL
SELECT {{third}}, departed, m{{third}}, round(100.0 * m{{third}} / departed, 3) FROM counted
UNION ALL
SELECT {{last}}, departed, m{{last}}, round(100.0 * m{{last}} / departed, 3) FROM counted
ORDER BY wait_hours;
