-- Flights with a plane in the register. What the two sides do not share is lost here.
SELECT 'both' AS place, count(*) AS tail_numbers, count(*) AS flights
FROM flights AS f
JOIN planes AS p ON p.tailnum = f.tailnum
WHERE f.origin = '{{origin}}';
