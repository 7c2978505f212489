WITH calendar AS (
    SELECT CAST(value AS DATE) AS day
    FROM generate_series(TIMESTAMP '{{begin}} 00:00:00', TIMESTAMP '{{last}} 00:00:00', INTERVAL '1 day')
),
closures AS (
    SELECT CAST(closed_at AS DATE) AS day, count(*) AS closed
    FROM accounts
    WHERE closed_at IS NOT NULL
    GROUP BY CAST(closed_at AS DATE)
),
daily AS (
    SELECT c.day, coalesce(x.closed, 0) AS closed
    FROM calendar AS c
    LEFT JOIN closures AS x ON x.day = c.day
),
rolled AS (
    SELECT day,
           closed,
           sum(closed) OVER (ORDER BY day ROWS BETWEEN 7 PRECEDING AND CURRENT ROW) AS last_7_days,
           sum(closed) OVER (ORDER BY day ROWS BETWEEN 15 PRECEDING AND 8 PRECEDING) AS seven_before
    FROM daily
)
SELECT day,
       closed,
       last_7_days,
       round(last_7_days / 7.0, 2) AS per_day,
       seven_before
FROM rolled
WHERE day >= DATE '{{first}}'
ORDER BY day;
