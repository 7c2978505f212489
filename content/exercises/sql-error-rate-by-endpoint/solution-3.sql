-- Two counts apart: all requests, and those that failed beside them where there are any.
WITH week AS (
    SELECT method, endpoint, status
    FROM requests
    WHERE ts >= TIMESTAMP '{{first}} 00:00:00' AND ts < TIMESTAMP '{{first}} 00:00:00' + INTERVAL '7 days'
),
everything AS (
    SELECT method, endpoint, count(*) AS requests FROM week GROUP BY method, endpoint
),
failures AS (
    SELECT method, endpoint, count(*) AS failed FROM week WHERE status > 499 GROUP BY method, endpoint
)
SELECT e.method,
       e.endpoint,
       e.requests,
       coalesce(f.failed, 0) AS failed,
       round(coalesce(f.failed, 0) * 100.0 / e.requests, 2) AS error_rate
FROM everything AS e
LEFT JOIN failures AS f ON f.method = e.method AND f.endpoint = e.endpoint;
