-- Dates instead of months; a comparison that is true for every known delay and for no missing one.
SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM flights
WHERE origin = 'JFK'
  AND flight_date >= DATE '2013-06-01'
  AND flight_date < DATE '2013-09-01'
  AND arr_delay = arr_delay
ORDER BY arr_delay DESC NULLS LAST, flight_date, carrier, flight
LIMIT 10;
