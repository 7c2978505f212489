-- The waits joined to the departures they miss, by range; what departed is counted once for all.
WITH left_at AS (
    SELECT hour * 60 + minute + dep_delay AS minutes
    FROM flights
    WHERE dep_time IS NOT NULL
),
reports AS (
    SELECT wait_hours, 1440 + wait_hours * 60 AS made_at
    FROM (VALUES (0), (1), ({{second}}), ({{third}}), ({{last}})) AS w(wait_hours)
),
whole AS (SELECT count(*) AS departed FROM left_at)
SELECT r.wait_hours,
       w.departed,
       count(l.minutes) AS missing,
       round(100.0 * count(l.minutes) / w.departed, 3) AS missing_share
FROM reports AS r
CROSS JOIN whole AS w
LEFT JOIN left_at AS l ON l.minutes >= r.made_at
GROUP BY r.wait_hours, w.departed
ORDER BY r.wait_hours;
