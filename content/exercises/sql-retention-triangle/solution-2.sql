-- Long first: a grid of every cohort and every complete week since, then turned on its side.
WITH cohorts AS (
    SELECT CAST(date_trunc('week', signed_up_at) AS DATE) AS cohort_week, account_id
    FROM accounts
    WHERE CAST(signed_up_at AS DATE) BETWEEN DATE '{{c1}}' AND DATE '{{last}}'
),
sizes AS (SELECT cohort_week, count(*) AS accounts FROM cohorts GROUP BY cohort_week),
grid AS (
    SELECT s.cohort_week, s.accounts, n.later, s.cohort_week + n.span AS monday
    FROM sizes AS s
    CROSS JOIN (VALUES (0, INTERVAL '0 days'), (1, INTERVAL '7 days'), (2, INTERVAL '14 days'),
                       (3, INTERVAL '21 days'), (4, INTERVAL '28 days'), (5, INTERVAL '35 days')) AS n(later, span)
),
shares AS (
    SELECT g.cohort_week, g.accounts, g.later, 100.0 * count(DISTINCT k.account_id) / g.accounts AS share
    FROM grid AS g
    JOIN cohorts AS c ON c.cohort_week = g.cohort_week
    LEFT JOIN (api_keys AS k JOIN usage_daily AS u ON u.key_id = k.key_id AND u.billable > 0)
           ON k.account_id = c.account_id AND u.day BETWEEN g.monday AND g.monday + INTERVAL '6 days'
    WHERE g.monday + INTERVAL '6 days' <= DATE '{{ends}}'
    GROUP BY g.cohort_week, g.accounts, g.later
)
SELECT cohort_week,
       accounts,
       round(max(CASE WHEN later = 0 THEN share END), 1) AS week_0,
       round(max(CASE WHEN later = 1 THEN share END), 1) AS week_1,
       round(max(CASE WHEN later = 2 THEN share END), 1) AS week_2,
       round(max(CASE WHEN later = 3 THEN share END), 1) AS week_3,
       round(max(CASE WHEN later = 4 THEN share END), 1) AS week_4,
       round(max(CASE WHEN later = 5 THEN share END), 1) AS week_5
FROM shares
GROUP BY cohort_week, accounts
ORDER BY cohort_week;
