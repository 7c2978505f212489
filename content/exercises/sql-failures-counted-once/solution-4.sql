-- A failed row counts against its thing only if no row of the same key came through; the things are rows less repeats.
WITH posts AS (
    SELECT * FROM requests WHERE method = 'POST'
),
lost AS (
    SELECT p.endpoint, p.request_id, p.idempotency_key
    FROM posts AS p
    WHERE p.status >= {{threshold}}
      AND NOT EXISTS (
          SELECT 1 FROM posts AS o
          WHERE o.idempotency_key = p.idempotency_key AND o.status BETWEEN 200 AND 299
      )
),
lost_things AS (
    SELECT endpoint, count(DISTINCT coalesce(idempotency_key, CAST(request_id AS VARCHAR))) AS failed
    FROM lost
    GROUP BY endpoint
),
counted AS (
    SELECT endpoint,
           count(*) AS arrived,
           count(DISTINCT idempotency_key) + count(*) - count(idempotency_key) AS things,
           sum(CASE WHEN attempt > 1 AND idempotency_key IS NULL THEN 1 ELSE 0 END) AS unlinked,
           sum(CASE WHEN status >= {{threshold}} THEN 1 ELSE 0 END) AS failed_rows
    FROM posts
    GROUP BY endpoint
)
SELECT c.endpoint, c.arrived, c.things, c.unlinked,
       round(100.0 * c.failed_rows / c.arrived, 3) AS row_failure,
       round(100.0 * coalesce(l.failed, 0) / c.things, 3) AS thing_failure
FROM counted AS c
LEFT JOIN lost_things AS l ON l.endpoint = c.endpoint;
