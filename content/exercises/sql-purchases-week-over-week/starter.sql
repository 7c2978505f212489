-- Purchases by plan and week. Weeks without any have no row.
SELECT p.plan, CAST(date_trunc('week', a.converted_at) AS DATE) AS week, count(*) AS purchases
FROM accounts AS a
JOIN plans AS p ON p.plan_id = a.plan_id
WHERE a.converted_at >= TIMESTAMP '{{first}} 00:00:00'
GROUP BY p.plan, CAST(date_trunc('week', a.converted_at) AS DATE)
ORDER BY p.plan, week;
