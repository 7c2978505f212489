SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM flights
WHERE origin = '{{airport}}' AND month > {{first}} AND month <= {{third}} AND arr_delay IS NOT NULL
ORDER BY arr_delay DESC, flight_date, carrier, flight
LIMIT 10;
