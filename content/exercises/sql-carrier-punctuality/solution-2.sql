-- `avg` skips missing values, so the average of known answers is the share of those that arrived.
WITH judged AS (
    SELECT carrier,
           dep_time IS NULL AS is_cancelled,
           CASE WHEN arr_delay < {{minutes_late}} THEN 100.0 WHEN arr_delay >= {{minutes_late}} THEN 0.0 END AS on_time
    FROM flights
)
SELECT carrier,
       count(*) AS scheduled,
       count(*) FILTER (WHERE is_cancelled) AS cancelled,
       count(on_time) AS arrived,
       round(avg(on_time), 1) AS on_time_share
FROM judged
GROUP BY carrier
HAVING count(*) >= 10;
