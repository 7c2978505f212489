SELECT CAST(date_trunc('month', signed_up_at) AS DATE) AS month,
       count(*) AS accounts,
       count(converted_at) AS bought,
       percentile_cont({{p1}} / 100.0) WITHIN GROUP (ORDER BY CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE)) AS {{first_column}},
       percentile_cont({{p2}} / 100.0) WITHIN GROUP (ORDER BY CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE)) AS {{second_column}},
       percentile_cont({{p3}} / 100.0) WITHIN GROUP (ORDER BY CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE)) AS {{third_column}}
FROM accounts
WHERE trial_ends_at IS NOT NULL
  AND signed_up_at >= TIMESTAMP '2025-10-01 00:00:00' AND signed_up_at < TIMESTAMP '2026-04-01 00:00:00'
GROUP BY CAST(date_trunc('month', signed_up_at) AS DATE)
ORDER BY month;
