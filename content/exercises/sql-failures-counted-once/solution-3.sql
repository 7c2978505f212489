-- Keyed and unkeyed requests apart: only the keyed ones have anything to be counted once. Then the two are added.
WITH keyed AS (
    SELECT endpoint, idempotency_key, count(*) AS n,
           count(*) FILTER (WHERE status BETWEEN 200 AND 299) AS done,
           count(*) FILTER (WHERE status >= {{threshold}}) AS failures
    FROM requests
    WHERE method = 'POST' AND idempotency_key IS NOT NULL
    GROUP BY endpoint, idempotency_key
),
parts AS (
    SELECT endpoint,
           sum(n) AS arrived,
           count(*) AS things,
           0 AS unlinked,
           sum(failures) AS failed_rows,
           count(*) FILTER (WHERE done = 0 AND failures > 0) AS failed_things
    FROM keyed
    GROUP BY endpoint
    UNION ALL
    SELECT endpoint, count(*) AS arrived, count(*) AS things,
           count(*) FILTER (WHERE attempt > 1) AS unlinked,
           count(*) FILTER (WHERE status >= {{threshold}}) AS failed_rows,
           count(*) FILTER (WHERE status >= {{threshold}}) AS failed_things
    FROM requests
    WHERE method = 'POST' AND idempotency_key IS NULL
    GROUP BY endpoint
)
SELECT endpoint,
       sum(arrived) AS arrived,
       sum(things) AS things,
       sum(unlinked) AS unlinked,
       round(100.0 * sum(failed_rows) / sum(arrived), 3) AS row_failure,
       round(100.0 * sum(failed_things) / sum(things), 3) AS thing_failure
FROM parts
GROUP BY endpoint;
