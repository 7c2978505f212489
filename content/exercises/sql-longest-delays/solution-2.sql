-- Dates instead of months; a comparison that is true for every known delay and for no missing one.
SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM flights
WHERE origin = '{{airport}}'
  AND flight_date >= DATE '{{from}}'
  AND flight_date < DATE '{{until}}'
  AND arr_delay = arr_delay
ORDER BY arr_delay DESC NULLS LAST, flight_date, carrier, flight
LIMIT 10;
