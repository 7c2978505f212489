-- One left join from the first days to the days of the {{week}} week, and a count that takes each account once.
WITH used AS (
    SELECT k.account_id, u.day
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
),
newcomers AS (
    SELECT a.account_id, min(u.day) AS day_0
    FROM accounts AS a
    JOIN used AS u ON u.account_id = a.account_id
    WHERE a.signed_up_at >= TIMESTAMP '2026-01-01 00:00:00'
    GROUP BY a.account_id
)
SELECT CAST(date_trunc('week', n.day_0) AS DATE) AS cohort_week,
       count(DISTINCT n.account_id) AS accounts,
       count(DISTINCT u.account_id) AS returned,
       round(100.0 * count(DISTINCT u.account_id) / count(DISTINCT n.account_id), 1) AS retention
FROM newcomers AS n
LEFT JOIN used AS u ON u.account_id = n.account_id AND u.day BETWEEN n.day_0 + {{from}} AND n.day_0 + {{until}}
WHERE date_trunc('week', n.day_0) <= DATE '{{last}}'
GROUP BY CAST(date_trunc('week', n.day_0) AS DATE)
ORDER BY cohort_week;
