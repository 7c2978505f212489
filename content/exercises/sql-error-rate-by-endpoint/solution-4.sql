-- From the finest groups upwards: requests by endpoint and status first, then the statuses put together.
WITH by_status AS (
    SELECT method, endpoint, status, count(*) AS requests
    FROM requests
    WHERE date_trunc('day', ts) BETWEEN TIMESTAMP '{{first}} 00:00:00' AND TIMESTAMP '{{last}} 00:00:00'
    GROUP BY method, endpoint, status
),
added AS (
    SELECT method,
           endpoint,
           sum(requests) AS requests,
           coalesce(sum(requests) FILTER (WHERE status >= 500), 0) AS failed
    FROM by_status
    GROUP BY method, endpoint
)
SELECT method, endpoint, requests, failed, round(100 * (1.0 * failed / requests), 2) AS error_rate
FROM added;
