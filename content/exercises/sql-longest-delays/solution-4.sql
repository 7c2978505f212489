-- A common query for the flights that come into question, sorted by the negative delay, so that all columns rise.
WITH {{season}} AS (
    SELECT *
    FROM flights
    WHERE date_trunc('month', flight_date) IN (DATE '{{from}}', DATE '{{second_from}}', DATE '{{third_from}}')
)
SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM {{season}}
WHERE origin = '{{airport}}' AND NOT (arr_delay IS NULL)
ORDER BY -arr_delay, flight_date, carrier, flight, dest, dep_delay
LIMIT 10;
