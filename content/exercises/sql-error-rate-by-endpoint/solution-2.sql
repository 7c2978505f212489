-- A failure as a number, so that its average is the rate.
WITH week AS (
    SELECT method, endpoint, CASE WHEN status >= 500 THEN 1.0 ELSE 0.0 END AS failure
    FROM requests
    WHERE CAST(ts AS DATE) BETWEEN DATE '{{first}}' AND DATE '{{last}}'
)
SELECT method,
       endpoint,
       count(*) AS requests,
       count(*) FILTER (WHERE failure = 1.0) AS failed,
       round(100 * avg(failure), 2) AS error_rate
FROM week
GROUP BY method, endpoint;
