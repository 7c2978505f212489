-- Each figure counted apart and put side by side, as one reads them in the brief.
WITH scheduled AS (
    SELECT carrier, count(*) AS scheduled FROM flights GROUP BY carrier HAVING count(*) > 9
),
cancelled AS (
    SELECT carrier, count(*) AS cancelled FROM flights WHERE dep_time IS NULL GROUP BY carrier
),
arrived AS (
    SELECT carrier, count(*) AS arrived FROM flights WHERE arr_delay IS NOT NULL GROUP BY carrier
),
on_time AS (
    SELECT carrier, count(*) AS on_time FROM flights WHERE arr_delay < {{minutes_late}} GROUP BY carrier
)
SELECT s.carrier,
       s.scheduled,
       coalesce(c.cancelled, 0) AS cancelled,
       coalesce(a.arrived, 0) AS arrived,
       round(coalesce(o.on_time, 0) * 100.0 / a.arrived, 1) AS on_time_share
FROM scheduled AS s
LEFT JOIN cancelled AS c ON c.carrier = s.carrier
LEFT JOIN arrived AS a ON a.carrier = s.carrier
LEFT JOIN on_time AS o ON o.carrier = s.carrier;
