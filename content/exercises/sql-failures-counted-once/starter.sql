-- Attempts and how many of them failed. That some repeat others it does not see.
SELECT endpoint,
       count(*) AS arrived,
       round(100.0 * sum(CASE WHEN status >= {{threshold}} THEN 1 ELSE 0 END) / count(*), 3) AS row_failure
FROM requests
WHERE method = 'POST'
GROUP BY endpoint;
