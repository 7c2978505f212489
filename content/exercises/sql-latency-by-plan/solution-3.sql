-- `median` and `quantile_cont`, over calls whose plan was looked up before.
WITH owners AS (
    SELECT k.key_id, p.plan
    FROM plans AS p
    JOIN accounts AS a ON a.plan_id = p.plan_id
    JOIN api_keys AS k ON k.account_id = a.account_id
)
SELECT o.plan,
       count(*) AS calls,
       round(median(CAST(r.latency_ms AS DOUBLE))) AS median_ms,
       round(quantile_cont(r.latency_ms, 0.95)) AS p95_ms
FROM owners AS o
JOIN requests AS r ON r.key_id = o.key_id
WHERE r.status >= 200 AND r.status < 300
  AND date_bin(INTERVAL '7 days', r.ts, TIMESTAMP '{{from}} 00:00:00') = TIMESTAMP '{{from}} 00:00:00'
GROUP BY o.plan;
