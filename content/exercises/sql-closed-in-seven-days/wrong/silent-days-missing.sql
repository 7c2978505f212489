WITH closures AS (
    SELECT CAST(closed_at AS DATE) AS day, count(*) AS closed
    FROM accounts
    WHERE closed_at >= TIMESTAMP '{{begin}} 00:00:00'
    GROUP BY CAST(closed_at AS DATE)
),
rolled AS (
    SELECT day,
           closed,
           sum(closed) OVER (ORDER BY day RANGE BETWEEN INTERVAL '6 days' PRECEDING AND CURRENT ROW) AS last_7_days,
           coalesce(sum(closed) OVER (ORDER BY day RANGE BETWEEN INTERVAL '13 days' PRECEDING AND INTERVAL '7 days' PRECEDING), 0) AS seven_before
    FROM closures
)
SELECT day, closed, last_7_days, round(last_7_days / 7.0, 2) AS per_day, seven_before
FROM rolled
WHERE day >= DATE '{{first}}' AND day <= DATE '{{last}}'
ORDER BY day;
