-- The latencies of a plan as one sorted list; the two figures are read off it, between its neighbours where need be.
WITH lists AS (
    SELECT p.plan,
           count(*) AS calls,
           array_agg(r.latency_ms ORDER BY r.latency_ms) AS sorted,
           0.5 * (count(*) - 1) AS half,
           0.95 * (count(*) - 1) AS most
    FROM plans AS p
    JOIN accounts AS a ON a.plan_id = p.plan_id
    JOIN api_keys AS k ON k.account_id = a.account_id
    JOIN requests AS r ON r.key_id = k.key_id
    WHERE r.status / 100 = 2
      AND r.ts >= TIMESTAMP '{{from}} 00:00:00' AND r.ts < TIMESTAMP '{{from}} 00:00:00' + INTERVAL '7 days'
    GROUP BY p.plan
)
SELECT plan,
       calls,
       round(sorted[CAST(floor(half) AS BIGINT) + 1] * (1 - (half - floor(half)))
             + sorted[CAST(ceil(half) AS BIGINT) + 1] * (half - floor(half))) AS median_ms,
       round(sorted[CAST(floor(most) AS BIGINT) + 1] * (1 - (most - floor(most)))
             + sorted[CAST(ceil(most) AS BIGINT) + 1] * (most - floor(most))) AS p95_ms
FROM lists;
