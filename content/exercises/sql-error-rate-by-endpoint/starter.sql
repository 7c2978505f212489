-- Counts the requests of each endpoint in all the data.
-- Missing: the seven days, the failures, and the rate.
SELECT method, endpoint, count(*) AS requests
FROM requests
GROUP BY method, endpoint;
