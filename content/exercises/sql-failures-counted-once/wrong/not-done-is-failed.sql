WITH attempts AS (
    SELECT endpoint, status, attempt, idempotency_key,
           coalesce(idempotency_key, 'request ' || CAST(request_id AS VARCHAR)) AS thing
    FROM requests
    WHERE method = 'POST'
),
things AS (
    SELECT endpoint, thing,
           max(CASE WHEN status BETWEEN 200 AND 299 THEN 1 ELSE 0 END) AS done,
           max(CASE WHEN status >= {{threshold}} THEN 1 ELSE 0 END) AS met_failure
    FROM attempts
    GROUP BY endpoint, thing
),
by_thing AS (
    SELECT endpoint,
           count(*) AS things,
           round(100.0 * sum(CASE WHEN done = 0 THEN 1 ELSE 0 END) / count(*), 3) AS thing_failure
    FROM things
    GROUP BY endpoint
),
by_row AS (
    SELECT endpoint,
           count(*) AS arrived,
           count(*) FILTER (WHERE attempt > 1 AND idempotency_key IS NULL) AS unlinked,
           round(100.0 * count(*) FILTER (WHERE status >= {{threshold}}) / count(*), 3) AS row_failure
    FROM attempts
    GROUP BY endpoint
)
SELECT r.endpoint, r.arrived, t.things, r.unlinked, r.row_failure, t.thing_failure
FROM by_row AS r
JOIN by_thing AS t ON t.endpoint = r.endpoint;
