-- Departures that were more than an hour late. Whether they were after the end of their day it does not say.
SELECT count(*) AS departed, count(*) FILTER (WHERE dep_delay > 60) AS late
FROM flights
WHERE dep_delay IS NOT NULL;
