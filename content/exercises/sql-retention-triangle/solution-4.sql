-- The active weeks joined once for each column; a week that is not complete is nobody's column.
WITH cohorts AS (
    SELECT account_id, CAST(date_trunc('week', signed_up_at) AS DATE) AS cohort_week
    FROM accounts
    WHERE signed_up_at >= TIMESTAMP '{{c1}} 00:00:00' AND signed_up_at < TIMESTAMP '{{next}} 00:00:00'
),
active AS (
    SELECT k.account_id, CAST(date_trunc('week', u.day) AS DATE) AS week
    FROM api_keys AS k
    JOIN usage_daily AS u ON u.key_id = k.key_id
    GROUP BY k.account_id, CAST(date_trunc('week', u.day) AS DATE)
    HAVING sum(u.billable) > 0
),
counted AS (
    SELECT c.cohort_week, DATE '{{c6}}' - c.cohort_week AS days, count(*) AS accounts,
           count(a0.week) AS n0, count(a1.week) AS n1, count(a2.week) AS n2,
           count(a3.week) AS n3, count(a4.week) AS n4, count(a5.week) AS n5
    FROM cohorts AS c
    LEFT JOIN active AS a0 ON a0.account_id = c.account_id AND a0.week = c.cohort_week
    LEFT JOIN active AS a1 ON a1.account_id = c.account_id AND a1.week = c.cohort_week + 7
    LEFT JOIN active AS a2 ON a2.account_id = c.account_id AND a2.week = c.cohort_week + 14
    LEFT JOIN active AS a3 ON a3.account_id = c.account_id AND a3.week = c.cohort_week + 21
    LEFT JOIN active AS a4 ON a4.account_id = c.account_id AND a4.week = c.cohort_week + 28
    LEFT JOIN active AS a5 ON a5.account_id = c.account_id AND a5.week = c.cohort_week + 35
    GROUP BY c.cohort_week
)
SELECT cohort_week,
       accounts,
       round(n0 * 100.0 / accounts, 1) AS week_0,
       CASE WHEN days >= 7 THEN round(n1 * 100.0 / accounts, 1) END AS week_1,
       CASE WHEN days >= 14 THEN round(n2 * 100.0 / accounts, 1) END AS week_2,
       CASE WHEN days >= 21 THEN round(n3 * 100.0 / accounts, 1) END AS week_3,
       CASE WHEN days >= 28 THEN round(n4 * 100.0 / accounts, 1) END AS week_4,
       CASE WHEN days >= 35 THEN round(n5 * 100.0 / accounts, 1) END AS week_5
FROM counted
ORDER BY cohort_week;
