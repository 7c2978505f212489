-- The worst day of each month picked with `DISTINCT ON`, beside the sums of the month.
WITH worst AS (
    SELECT DISTINCT ON (month) month, day, failed
    FROM (
        SELECT CAST(date_trunc('month', day) AS DATE) AS month, day, sum(failed) AS failed
        FROM usage_daily
        GROUP BY CAST(date_trunc('month', day) AS DATE), day
    ) AS days
    ORDER BY month, failed DESC, day
),
budgets AS (
    SELECT CAST(date_trunc('month', day) AS DATE) AS month,
           sum(requests - throttled) AS counted,
           sum(failed) AS failed,
           nullif(0.00{{thousandths}} * sum(requests - throttled), 0) AS budget
    FROM usage_daily
    GROUP BY CAST(date_trunc('month', day) AS DATE)
)
SELECT b.month,
       b.counted,
       b.failed,
       round(100 * b.failed / b.budget, 1) AS burnt,
       w.day AS worst_day,
       round(100 * w.failed / b.budget, 1) AS worst_day_burnt
FROM budgets AS b
JOIN worst AS w ON w.month = b.month
ORDER BY b.month;
