-- Flights out of JFK. Missing: the summer, the known delays, the order, and the ten.
SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM flights
WHERE origin = 'JFK'
LIMIT 20;
