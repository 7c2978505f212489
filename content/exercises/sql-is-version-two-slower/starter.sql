-- Both versions over everything: this is the dashboard. It says nothing about any endpoint.
SELECT version,
       count(*) AS calls,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms)) AS p50_ms
FROM requests
WHERE status BETWEEN 200 AND 299
GROUP BY version
ORDER BY version;
