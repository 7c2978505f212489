-- Dates instead of months, and missing values sent to the end instead of left out.
SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM flights
WHERE origin = 'JFK'
  AND flight_date >= DATE '2013-06-01'
  AND flight_date < DATE '2013-09-01'
ORDER BY arr_delay DESC NULLS LAST, flight_date, carrier, flight
LIMIT 10;
