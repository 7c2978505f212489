SELECT method, endpoint, sum(requests) AS requests, sum(failed) AS failed, round(avg(rate), 2) AS error_rate
FROM (
    SELECT method, endpoint, CAST(ts AS DATE) AS day, count(*) AS requests,
           count(*) FILTER (WHERE status >= 500) AS failed,
           100.0 * count(*) FILTER (WHERE status >= 500) / count(*) AS rate
    FROM requests
    WHERE ts >= TIMESTAMP '{{first}} 00:00:00' AND ts < TIMESTAMP '{{next}} 00:00:00'
    GROUP BY method, endpoint, CAST(ts AS DATE)
) AS daily
GROUP BY method, endpoint;
