SELECT carrier, count(*) AS scheduled, count(*) - count(dep_time) AS cancelled, count(arr_delay) AS arrived,
       round(100.0 * count(*) FILTER (WHERE arr_delay <= {{minutes_late}}) / count(arr_delay), 1) AS on_time_share
FROM flights
GROUP BY carrier
HAVING count(*) >= 10;
