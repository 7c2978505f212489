SELECT carrier,
       count(*) AS scheduled,
       count(*) - count(dep_time) AS cancelled,
       count(arr_delay) AS arrived,
       round(100.0 * sum(CASE WHEN arr_delay < {{minutes_late}} THEN 1 ELSE 0 END) / count(arr_delay), 1) AS on_time_share
FROM flights
GROUP BY carrier
HAVING count(*) >= 10;
