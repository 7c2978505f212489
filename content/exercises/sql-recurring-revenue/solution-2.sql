-- No running sum: for each month, who pays at its end is asked of the accounts directly.
WITH months AS (
    SELECT CAST(m.first AS DATE) AS month, m.first AS begins, m.first + INTERVAL '1 month' AS ends
    FROM generate_series(TIMESTAMP '{{first}} 00:00:00', TIMESTAMP '{{last}} 00:00:00', INTERVAL '1 month') AS m(first)
)
SELECT m.month,
       sum(CASE WHEN a.converted_at >= m.begins THEN p.price_usd ELSE 0 END) AS new_usd,
       sum(CASE WHEN a.closed_at >= m.begins AND a.closed_at < m.ends THEN p.price_usd ELSE 0 END) AS lost_usd,
       sum(CASE WHEN a.closed_at < m.ends THEN 0 ELSE p.price_usd END) AS total_usd
FROM months AS m
JOIN accounts AS a ON a.converted_at < m.ends
JOIN plans AS p ON p.plan_id = a.plan_id
GROUP BY m.month
HAVING count(*) FILTER (WHERE a.converted_at >= m.begins OR (a.closed_at >= m.begins AND a.closed_at < m.ends)) > 0
ORDER BY m.month;
