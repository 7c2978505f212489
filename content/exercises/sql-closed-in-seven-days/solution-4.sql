-- A nought for every day among the closures themselves, and a window that measures days instead of counting rows.
WITH marks AS (
    SELECT CAST(closed_at AS DATE) AS day, 1 AS closed
    FROM accounts
    WHERE closed_at >= TIMESTAMP '{{begin}} 00:00:00' AND closed_at < TIMESTAMP '{{next}} 00:00:00'
    UNION ALL
    SELECT CAST(value AS DATE), 0
    FROM generate_series(TIMESTAMP '{{begin}} 00:00:00', TIMESTAMP '{{last}} 00:00:00', INTERVAL '1 day')
),
rolled AS (
    SELECT DISTINCT
           day,
           sum(closed) OVER (PARTITION BY day) AS closed,
           sum(closed) OVER (ORDER BY day RANGE BETWEEN INTERVAL '6 days' PRECEDING AND CURRENT ROW) AS last_7_days,
           sum(closed) OVER (ORDER BY day RANGE BETWEEN INTERVAL '13 days' PRECEDING AND INTERVAL '7 days' PRECEDING) AS seven_before
    FROM marks
)
SELECT day, closed, last_7_days, round(CAST(last_7_days AS DOUBLE) / 7, 2) AS per_day, seven_before
FROM rolled
WHERE day > DATE '{{eve}}'
ORDER BY day;
