-- The best attempt of each thing stands for it: success before everything else, then a failure, then the rest.
WITH ranked AS (
    SELECT endpoint, status, attempt, idempotency_key,
           row_number() OVER (
               PARTITION BY endpoint, idempotency_key, CASE WHEN idempotency_key IS NULL THEN request_id END
               ORDER BY CASE WHEN status / 100 = 2 THEN 1 WHEN status >= {{threshold}} THEN 2 ELSE 3 END, ts
           ) AS place
    FROM requests
    WHERE method = 'POST'
)
SELECT endpoint,
       count(*) AS arrived,
       sum(CASE WHEN place = 1 THEN 1 ELSE 0 END) AS things,
       sum(CASE WHEN attempt >= 2 AND idempotency_key IS NULL THEN 1 ELSE 0 END) AS unlinked,
       round(sum(CASE WHEN status >= {{threshold}} THEN 100.0 ELSE 0 END) / count(*), 3) AS row_failure,
       round(sum(CASE WHEN place = 1 AND status >= {{threshold}} THEN 100.0 ELSE 0 END) / sum(CASE WHEN place = 1 THEN 1 ELSE 0 END), 3) AS thing_failure
FROM ranked
GROUP BY endpoint;
