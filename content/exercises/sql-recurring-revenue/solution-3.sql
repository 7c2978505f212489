-- The opening balance as a number of its own, and each month's two sums from two summaries.
WITH won AS (
    SELECT date_trunc('month', a.converted_at) AS month, sum(p.price_usd) AS usd
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE a.converted_at >= TIMESTAMP '{{first}} 00:00:00' AND a.converted_at < TIMESTAMP '{{next}} 00:00:00'
    GROUP BY date_trunc('month', a.converted_at)
),
lost AS (
    SELECT date_trunc('month', a.closed_at) AS month, sum(p.price_usd) AS usd
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE a.converted_at IS NOT NULL
      AND a.closed_at >= TIMESTAMP '{{first}} 00:00:00' AND a.closed_at < TIMESTAMP '{{next}} 00:00:00'
    GROUP BY date_trunc('month', a.closed_at)
),
opening AS (
    SELECT coalesce(sum(p.price_usd), 0) AS usd
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE a.converted_at < TIMESTAMP '{{first}} 00:00:00'
      AND (a.closed_at IS NULL OR a.closed_at >= TIMESTAMP '{{first}} 00:00:00')
),
both_sides AS (
    SELECT coalesce(won.month, lost.month) AS begins, coalesce(won.usd, 0) AS new_usd, coalesce(lost.usd, 0) AS lost_usd
    FROM won
    FULL JOIN lost ON lost.month = won.month
)
SELECT CAST(b.begins AS DATE) AS month,
       b.new_usd,
       b.lost_usd,
       o.usd + sum(b.new_usd) OVER (ORDER BY b.begins) - sum(b.lost_usd) OVER (ORDER BY b.begins) AS total_usd
FROM both_sides AS b
CROSS JOIN opening AS o
ORDER BY month;
