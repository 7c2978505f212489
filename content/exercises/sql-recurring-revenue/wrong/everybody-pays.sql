WITH buyers AS (
    SELECT coalesce(a.converted_at, a.signed_up_at) AS converted_at, a.closed_at, p.price_usd
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE p.price_usd > 0
),
events AS (
    SELECT CAST(date_trunc('month', converted_at) AS DATE) AS month, price_usd AS won, 0 AS lost FROM buyers
    UNION ALL
    SELECT CAST(date_trunc('month', closed_at) AS DATE), 0, price_usd FROM buyers WHERE closed_at IS NOT NULL
),
monthly AS (
    SELECT month, sum(won) AS new_usd, sum(lost) AS lost_usd
    FROM events
    GROUP BY month
),
running AS (
    SELECT month, new_usd, lost_usd, sum(new_usd - lost_usd) OVER (ORDER BY month) AS total_usd
    FROM monthly
)
SELECT month, new_usd, lost_usd, total_usd
FROM running
WHERE month BETWEEN DATE '{{first}}' AND DATE '{{last}}'
ORDER BY month;
