WITH placed AS (
    SELECT CAST(date_trunc('month', day) AS DATE) AS month, day, failed AS day_failed,
           sum(requests - throttled) OVER (PARTITION BY date_trunc('month', day)) AS counted,
           sum(failed) OVER (PARTITION BY date_trunc('month', day)) AS failed,
           row_number() OVER (PARTITION BY date_trunc('month', day) ORDER BY failed DESC, day) AS place
    FROM usage_daily
)
SELECT month, counted, failed, round(100.0 * failed / (0.00{{thousandths}} * counted), 1) AS burnt,
       day AS worst_day, round(100.0 * day_failed / (0.00{{thousandths}} * counted), 1) AS worst_day_burnt
FROM placed WHERE place = 1
ORDER BY month;
