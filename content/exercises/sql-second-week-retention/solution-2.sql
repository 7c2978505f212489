-- First days by grouping, and coming back as a question to the days: does one exist in the {{week}} week?
WITH first_days AS (
    SELECT k.account_id, min(u.day) AS first_day
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    GROUP BY k.account_id
),
back AS (
    SELECT DISTINCT f.account_id
    FROM first_days AS f
    JOIN api_keys AS k ON k.account_id = f.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE u.day >= f.first_day + INTERVAL '{{from}} days'
      AND u.day < f.first_day + INTERVAL '{{next_from}} days'
)
SELECT CAST(date_trunc('week', f.first_day) AS DATE) AS cohort_week,
       count(*) AS accounts,
       count(back.account_id) AS returned,
       round(count(back.account_id) * 100.0 / count(*), 1) AS retention
FROM first_days AS f
JOIN accounts AS a ON a.account_id = f.account_id
LEFT JOIN back ON back.account_id = f.account_id
WHERE a.signed_up_at >= TIMESTAMP '2026-01-01 00:00:00'
  AND f.first_day < DATE '{{next}}'
GROUP BY CAST(date_trunc('week', f.first_day) AS DATE)
ORDER BY cohort_week;
