-- Days numbered from the first; whoever has a day from 7 to 13 is looked for with `IN`.
WITH days AS (
    SELECT DISTINCT a.account_id, u.day
    FROM accounts AS a
    JOIN api_keys AS k ON k.account_id = a.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE CAST(a.signed_up_at AS DATE) >= DATE '2026-01-01'
),
firsts AS (
    SELECT DISTINCT ON (account_id) account_id, day AS day_0
    FROM days
    ORDER BY account_id, day
),
{{week}}_week AS (
    SELECT d.account_id
    FROM days AS d
    JOIN firsts AS f ON f.account_id = d.account_id
    WHERE d.day - f.day_0 BETWEEN {{from}} AND {{until}}
),
cohorts AS (
    SELECT CAST(date_trunc('week', day_0) AS DATE) AS cohort_week, count(*) AS accounts
    FROM firsts
    GROUP BY CAST(date_trunc('week', day_0) AS DATE)
),
came_back AS (
    SELECT CAST(date_trunc('week', day_0) AS DATE) AS cohort_week, count(*) AS returned
    FROM firsts
    WHERE account_id IN (SELECT account_id FROM {{week}}_week)
    GROUP BY CAST(date_trunc('week', day_0) AS DATE)
)
SELECT c.cohort_week,
       c.accounts,
       coalesce(b.returned, 0) AS returned,
       round(100.0 * coalesce(b.returned, 0) / c.accounts, 1) AS retention
FROM cohorts AS c
LEFT JOIN came_back AS b ON b.cohort_week = c.cohort_week
WHERE c.cohort_week < DATE '{{next}}'
ORDER BY c.cohort_week;
