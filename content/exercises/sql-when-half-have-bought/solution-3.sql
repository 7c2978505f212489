-- The curve on every day from 0 to 200, and the first day on which it reaches each height.
WITH trials AS (
    SELECT date_trunc('month', signed_up_at) AS month,
           CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE) AS days
    FROM accounts
    WHERE trial_ends_at IS NOT NULL
      AND CAST(signed_up_at AS DATE) BETWEEN DATE '2025-10-01' AND DATE '2026-03-31'
),
curve AS (
    SELECT t.month, d.day,
           count(*) AS accounts,
           count(t.days) AS bought,
           100.0 * sum(CASE WHEN t.days <= d.day THEN 1 ELSE 0 END) / count(*) AS share
    FROM trials AS t
    CROSS JOIN generate_series(0, 200) AS d(day)
    GROUP BY t.month, d.day
)
SELECT CAST(month AS DATE) AS month,
       max(accounts) AS accounts,
       max(bought) AS bought,
       min(CASE WHEN share >= {{p1}} THEN day END) AS {{first_column}},
       min(CASE WHEN share >= {{p2}} THEN day END) AS {{second_column}},
       min(CASE WHEN share >= {{p3}} THEN day END) AS {{third_column}}
FROM curve
GROUP BY CAST(month AS DATE)
ORDER BY month;
