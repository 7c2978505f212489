-- Failed calls per hundred requests, month by month. Neither the budget nor the worst day is here, and refusals are counted.
SELECT CAST(date_trunc('month', day) AS DATE) AS month,
       sum(failed) AS failed,
       round(100.0 * sum(failed) / sum(requests), 2) AS error_rate
FROM usage_daily
GROUP BY CAST(date_trunc('month', day) AS DATE)
ORDER BY month;
