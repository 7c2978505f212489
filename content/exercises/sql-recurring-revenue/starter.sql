-- What was won in each month. What was lost, and what it adds up to, is missing.
SELECT CAST(date_trunc('month', a.converted_at) AS DATE) AS month,
       sum(p.price_usd) AS new_usd
FROM accounts AS a
JOIN plans AS p ON p.plan_id = a.plan_id
WHERE a.converted_at IS NOT NULL
GROUP BY CAST(date_trunc('month', a.converted_at) AS DATE)
ORDER BY month;
