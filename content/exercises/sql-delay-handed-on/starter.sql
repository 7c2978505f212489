-- Each leg and how late the plane arrived on the leg before it. The order is by plane only, and cancelled flights are among them.
SELECT tailnum, flight_date, flight, dep_delay,
       lag(arr_delay) OVER (PARTITION BY tailnum ORDER BY flight_date, sched_dep_time) AS came_late
FROM flights;
