-- Without windows: months and days are grouped apart, and the day that has the month's highest figure is looked up.
WITH daily AS (
    SELECT day, sum(failed) AS failed
    FROM usage_daily
    GROUP BY day
),
monthly AS (
    SELECT date_trunc('month', day) AS month, sum(requests) - sum(throttled) AS counted, sum(failed) AS failed
    FROM usage_daily
    GROUP BY date_trunc('month', day)
),
highest AS (
    SELECT date_trunc('month', day) AS month, max(failed) AS failed
    FROM daily
    GROUP BY date_trunc('month', day)
)
SELECT CAST(m.month AS DATE) AS month,
       m.counted,
       m.failed,
       round(m.failed * 100000.0 / ({{thousandths}} * m.counted), 1) AS burnt,
       min(d.day) AS worst_day,
       round(h.failed * 100000.0 / ({{thousandths}} * m.counted), 1) AS worst_day_burnt
FROM monthly AS m
JOIN highest AS h ON h.month = m.month
JOIN daily AS d ON date_trunc('month', d.day) = h.month AND d.failed = h.failed
GROUP BY m.month, m.counted, m.failed, h.failed
ORDER BY 1;
