WITH daily AS (
    SELECT CAST(date_trunc('month', day) AS DATE) AS month,
           day,
           sum(requests - throttled) AS counted,
           sum(failed) AS failed
    FROM usage_daily
    GROUP BY day
),
beside AS (
    SELECT month,
           day,
           failed AS day_failed,
           sum(counted) OVER (PARTITION BY month) AS counted,
           sum(failed) OVER (PARTITION BY month) AS failed,
           row_number() OVER (PARTITION BY month ORDER BY failed DESC, day) AS place
    FROM daily
)
SELECT month,
       counted,
       failed,
       round(failed / counted / 0.00{{thousandths}} * 100, 1) AS burnt,
       day AS worst_day,
       round(day_failed / counted / 0.00{{thousandths}} * 100, 1) AS worst_day_burnt
FROM beside
WHERE place = 1
ORDER BY month;
