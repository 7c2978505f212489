SELECT carrier, count(*) AS scheduled, count(*) - count(dep_time) AS cancelled, count(arr_delay) AS arrived,
       count(*) FILTER (WHERE arr_delay < {{minutes_late}}) / count(arr_delay) * 100 AS on_time_share
FROM flights
GROUP BY carrier
HAVING count(*) >= 10;
