-- Two sums by month put under a list of months, and the level at each month's end from all that happened up to then.
WITH changes AS (
    SELECT a.converted_at AS at, p.price_usd AS usd
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE a.converted_at IS NOT NULL
    UNION ALL
    SELECT a.closed_at, -p.price_usd
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE a.converted_at IS NOT NULL AND a.closed_at IS NOT NULL
),
months AS (
    SELECT DISTINCT CAST(date_trunc('month', at) AS DATE) AS month
    FROM changes
    WHERE at >= TIMESTAMP '{{first}} 00:00:00' AND at < TIMESTAMP '{{next}} 00:00:00'
)
SELECT m.month,
       coalesce(sum(c.usd) FILTER (WHERE c.usd > 0 AND c.at >= m.month), 0) AS new_usd,
       coalesce(-sum(c.usd) FILTER (WHERE c.usd < 0 AND c.at >= m.month), 0) AS lost_usd,
       sum(c.usd) AS total_usd
FROM months AS m
JOIN changes AS c ON c.at < m.month + INTERVAL '1 month'
GROUP BY m.month
ORDER BY m.month;
