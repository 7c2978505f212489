SELECT CAST(date_trunc('month', signed_up_at) AS DATE) AS month,
       count(*) AS accounts,
       count(converted_at) AS bought,
       percentile_cont(0.25) WITHIN GROUP (ORDER BY CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE)) AS quarter_day,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE)) AS median_day,
       percentile_cont(0.75) WITHIN GROUP (ORDER BY CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE)) AS three_quarters_day
FROM accounts
WHERE trial_ends_at IS NOT NULL
  AND signed_up_at >= TIMESTAMP '2025-10-01 00:00:00' AND signed_up_at < TIMESTAMP '2026-04-01 00:00:00'
GROUP BY CAST(date_trunc('month', signed_up_at) AS DATE)
ORDER BY month;
