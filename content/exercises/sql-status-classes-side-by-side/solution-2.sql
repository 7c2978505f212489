-- One row for each endpoint and class first; the pivot turns the rows into columns, and ROLLUP adds the line for all.
WITH classed AS (
    SELECT endpoint,
           CASE WHEN status < 400 THEN 'ok' WHEN status = {{status}} THEN '{{class}}' WHEN status < 500 THEN 'client' ELSE 'server' END AS class
    FROM requests
),
counted AS (
    SELECT coalesce(endpoint, 'All') AS endpoint, class, count(*) AS n
    FROM classed
    GROUP BY GROUPING SETS ((endpoint, class), (class))
),
totals AS (SELECT endpoint, sum(n) AS requests FROM counted GROUP BY endpoint),
shares AS (
    SELECT c.endpoint, c.class, t.requests, round(100.0 * c.n / t.requests, 1) AS share
    FROM counted AS c
    JOIN totals AS t ON t.endpoint = c.endpoint
)
SELECT endpoint,
       max(requests) AS requests,
       round(100 - coalesce(sum(CASE WHEN class <> 'ok' THEN share END), 0), 1) AS ok_share,
       coalesce(max(CASE WHEN class = 'client' THEN share END), 0) AS client_share,
       coalesce(max(CASE WHEN class = '{{class}}' THEN share END), 0) AS {{class}}_share,
       coalesce(max(CASE WHEN class = 'server' THEN share END), 0) AS server_share
FROM shares
GROUP BY endpoint;
