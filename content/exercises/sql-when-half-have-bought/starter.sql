-- The median of those who bought. Those who did not are in the count, and nowhere else.
SELECT CAST(date_trunc('month', signed_up_at) AS DATE) AS month,
       count(*) AS accounts,
       count(converted_at) AS bought,
       median(CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE)) AS median_day
FROM accounts
WHERE trial_ends_at IS NOT NULL
  AND signed_up_at >= TIMESTAMP '2025-10-01 00:00:00' AND signed_up_at < TIMESTAMP '2026-04-01 00:00:00'
GROUP BY CAST(date_trunc('month', signed_up_at) AS DATE)
ORDER BY month;
