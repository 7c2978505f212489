-- first_value picks the day while the months are still days; one more grouping makes a row a month.
WITH daily AS (
    SELECT extract(month FROM day) AS number, day, sum(requests) AS requests, sum(throttled) AS throttled, sum(failed) AS failed
    FROM usage_daily
    GROUP BY day
),
marked AS (
    SELECT *,
           first_value(day) OVER (PARTITION BY number ORDER BY failed DESC, day) AS worst_day,
           max(failed) OVER (PARTITION BY number) AS worst_failed
    FROM daily
)
SELECT CAST(date_trunc('month', min(day)) AS DATE) AS month,
       sum(requests) - sum(throttled) AS counted,
       sum(failed) AS failed,
       round(100.0 * sum(failed) / ((sum(requests) - sum(throttled)) * 0.00{{thousandths}}), 1) AS burnt,
       worst_day,
       round(100.0 * worst_failed / ((sum(requests) - sum(throttled)) * 0.00{{thousandths}}), 1) AS worst_day_burnt
FROM marked
GROUP BY number, worst_day, worst_failed
ORDER BY month;
