SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM flights
WHERE origin = 'JFK' AND month IN (6, 7, 8) AND arr_delay IS NOT NULL
ORDER BY arr_delay, flight_date, carrier, flight
LIMIT 10;
