WITH cohorts AS (
    SELECT account_id, CAST(date_trunc('week', signed_up_at) AS DATE) AS cohort_week
    FROM accounts
    WHERE signed_up_at >= TIMESTAMP '{{c1}} 00:00:00'
      AND signed_up_at < TIMESTAMP '{{next}} 00:00:00'
),
active AS (
    SELECT DISTINCT k.account_id, u.key_id, CAST(date_trunc('week', u.day) AS DATE) AS active_week
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    WHERE u.billable > 0
),
cells AS (
    SELECT c.cohort_week, c.account_id, (a.active_week - c.cohort_week) / 7 AS later
    FROM cohorts AS c
    LEFT JOIN active AS a ON a.account_id = c.account_id
),
counted AS (
    SELECT cohort_week,
           count(DISTINCT account_id) AS accounts,
           count(*) FILTER (WHERE later = 0) AS w0,
           count(*) FILTER (WHERE later = 1) AS w1,
           count(*) FILTER (WHERE later = 2) AS w2,
           count(*) FILTER (WHERE later = 3) AS w3,
           count(*) FILTER (WHERE later = 4) AS w4,
           count(*) FILTER (WHERE later = 5) AS w5
    FROM cells
    GROUP BY cohort_week
)
SELECT cohort_week,
       accounts,
       round(100.0 * w0 / accounts, 1) AS week_0,
       CASE WHEN cohort_week <= DATE '{{c5}}' THEN round(100.0 * w1 / accounts, 1) END AS week_1,
       CASE WHEN cohort_week <= DATE '{{c4}}' THEN round(100.0 * w2 / accounts, 1) END AS week_2,
       CASE WHEN cohort_week <= DATE '{{c3}}' THEN round(100.0 * w3 / accounts, 1) END AS week_3,
       CASE WHEN cohort_week <= DATE '{{c2}}' THEN round(100.0 * w4 / accounts, 1) END AS week_4,
       CASE WHEN cohort_week <= DATE '{{c1}}' THEN round(100.0 * w5 / accounts, 1) END AS week_5
FROM counted
ORDER BY cohort_week;
