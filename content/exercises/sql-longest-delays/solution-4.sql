-- A common query for the flights that come into question, sorted by the negative delay, so that all columns rise.
WITH summer AS (
    SELECT *
    FROM flights
    WHERE date_trunc('month', flight_date) IN (DATE '2013-06-01', DATE '2013-07-01', DATE '2013-08-01')
)
SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM summer
WHERE origin = 'JFK' AND NOT (arr_delay IS NULL)
ORDER BY -arr_delay, flight_date, carrier, flight, dest, dep_delay
LIMIT 10;
