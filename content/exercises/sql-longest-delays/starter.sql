-- Flights out of {{airport}}. Missing: the {{season}}, the known delays, the order, and the ten.
SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM flights
WHERE origin = '{{airport}}'
LIMIT 20;
