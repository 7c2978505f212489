-- The percentiles by hand: number the calls of a plan by latency, then interpolate at the two places asked for.
WITH numbered AS (
    SELECT p.plan,
           r.latency_ms,
           row_number() OVER (PARTITION BY p.plan ORDER BY r.latency_ms) - 1 AS place,
           count(*) OVER (PARTITION BY p.plan) AS calls
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE r.status BETWEEN 200 AND 299
      AND CAST(r.ts AS DATE) BETWEEN DATE '{{from}}' AND DATE '{{last}}'
)
SELECT plan,
       max(calls) AS calls,
       sum(latency_ms * greatest(0.0, 1.0 - abs(place - 0.5 * (calls - 1)))) AS median_ms,
       sum(latency_ms * greatest(0.0, 1.0 - abs(place - 0.95 * (calls - 1)))) AS p95_ms
FROM numbered
GROUP BY plan;
