WITH daily AS (
    SELECT CAST(date_trunc('month', day) AS DATE) AS month, day, sum(requests - throttled) AS counted, sum(failed) AS failed
    FROM usage_daily GROUP BY day
),
monthly AS (
    SELECT month, sum(counted) AS counted, sum(failed) AS failed, avg(100.0 * failed / (0.00{{thousandths}} * counted)) AS burnt
    FROM daily GROUP BY month
),
placed AS (SELECT *, row_number() OVER (PARTITION BY month ORDER BY failed DESC, day) AS place FROM daily)
SELECT m.month, m.counted, m.failed, round(m.burnt, 1) AS burnt, p.day AS worst_day,
       round(100.0 * p.failed / (0.00{{thousandths}} * m.counted), 1) AS worst_day_burnt
FROM monthly AS m JOIN placed AS p ON p.month = m.month AND p.place = 1
ORDER BY m.month;
