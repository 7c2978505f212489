SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM flights
WHERE origin = '{{airport}}' AND arr_delay IS NOT NULL
ORDER BY arr_delay DESC, flight_date, carrier, flight
LIMIT 10;
