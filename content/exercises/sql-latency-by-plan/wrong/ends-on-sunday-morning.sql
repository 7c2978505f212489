SELECT p.plan, count(*) AS calls,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY r.latency_ms)) AS median_ms,
       round(percentile_cont(0.95) WITHIN GROUP (ORDER BY r.latency_ms)) AS p95_ms
FROM requests AS r
JOIN api_keys AS k ON k.key_id = r.key_id
JOIN accounts AS a ON a.account_id = k.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
WHERE r.status BETWEEN 200 AND 299 AND r.ts BETWEEN TIMESTAMP '{{from}} 00:00:00' AND TIMESTAMP '{{last}} 00:00:00'
GROUP BY p.plan;
