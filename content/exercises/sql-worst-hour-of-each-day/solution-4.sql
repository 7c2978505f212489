-- An hour is the worst when no other of its day is worse, and none that is as bad came before it.
WITH requests_by_hour AS (
    SELECT date_trunc('day', ts) AS day, extract(hour FROM ts) AS hour, count(*) AS requests
    FROM requests
    WHERE endpoint = '/charges' AND CAST(ts AS DATE) BETWEEN DATE '2026-03-01' AND DATE '2026-03-14'
    GROUP BY date_trunc('day', ts), extract(hour FROM ts)
    HAVING count(*) >= {{floor}}
),
failures_by_hour AS (
    SELECT date_trunc('day', ts) AS day, extract(hour FROM ts) AS hour, count(*) AS failed
    FROM requests
    WHERE endpoint = '/charges' AND status >= 500
    GROUP BY date_trunc('day', ts), extract(hour FROM ts)
),
hours AS (
    SELECT r.day, r.hour, r.requests, coalesce(f.failed, 0) AS failed, 100.0 * coalesce(f.failed, 0) / r.requests AS rate
    FROM requests_by_hour AS r
    LEFT JOIN failures_by_hour AS f ON f.day = r.day AND f.hour = r.hour
)
SELECT CAST(h.day AS DATE) AS day, h.hour, h.requests, h.failed, round(h.rate, 2) AS error_rate
FROM hours AS h
LEFT JOIN hours AS worse
       ON worse.day = h.day
      AND (worse.rate > h.rate OR (worse.rate = h.rate AND worse.hour < h.hour))
WHERE worse.hour IS NULL
ORDER BY day;
