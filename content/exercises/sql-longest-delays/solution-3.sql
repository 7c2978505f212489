-- Numbered in the order that is asked for; the first ten numbers are the list.
WITH placed AS (
    SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay,
           row_number() OVER (ORDER BY arr_delay DESC, flight_date, carrier, flight, dest DESC, dep_delay DESC) AS place
    FROM flights
    WHERE origin = '{{airport}}' AND arr_delay IS NOT NULL AND extract(month FROM flight_date) BETWEEN {{first}} AND {{third}}
)
SELECT flight_date, carrier, flight, dest, dep_delay, arr_delay
FROM placed
WHERE place <= 10
ORDER BY place;
