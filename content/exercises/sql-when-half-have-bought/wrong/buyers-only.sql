WITH trials AS (
    SELECT CAST(date_trunc('month', signed_up_at) AS DATE) AS month,
           CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE) AS days
    FROM accounts
    WHERE trial_ends_at IS NOT NULL
      AND signed_up_at >= TIMESTAMP '2025-10-01 00:00:00'
      AND signed_up_at < TIMESTAMP '2026-04-01 00:00:00'
),
placed AS (
    SELECT month, days,
           row_number() OVER (PARTITION BY month ORDER BY days NULLS LAST) AS place,
           count(days) OVER (PARTITION BY month) AS accounts
    FROM trials
)
SELECT month,
       count(*) AS accounts,
       count(days) AS bought,
       min(CASE WHEN {{parts}} * place >= {{first}}accounts THEN days END) AS {{first_column}},
       min(CASE WHEN {{parts}} * place >= {{second}} * accounts THEN days END) AS {{second_column}},
       min(CASE WHEN {{parts}} * place >= {{third}} * accounts THEN days END) AS {{third_column}}
FROM placed
GROUP BY month
ORDER BY month;
