-- The calendar grows week by week, and a second look at the counts, one week back, takes the place of a window.
WITH RECURSIVE mondays AS (
    SELECT DATE '{{first}}' AS week
    UNION ALL
    SELECT CAST(week + INTERVAL '7 days' AS DATE) FROM mondays WHERE week < DATE '{{last}}'
),
sold AS (
    SELECT p.plan, CAST(date_trunc('week', a.converted_at) AS DATE) AS week, count(*) AS n
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE a.converted_at IS NOT NULL
    GROUP BY p.plan, CAST(date_trunc('week', a.converted_at) AS DATE)
),
filled AS (
    SELECT p.plan, m.week, coalesce(now.n, 0) AS purchases, coalesce(past.n, 0) AS week_before
    FROM mondays AS m
    CROSS JOIN plans AS p
    LEFT JOIN sold AS now ON now.plan = p.plan AND now.week = m.week
    LEFT JOIN sold AS past ON past.plan = p.plan AND past.week = m.week - INTERVAL '7 days'
    WHERE p.plan NOT IN ('Free', 'Enterprise', 'Partner')
)
SELECT plan, week, purchases, week_before, purchases - week_before AS change,
       round((1.0 * purchases / nullif(week_before, 0) - 1) * 100, 1) AS change_percent
FROM filled
ORDER BY plan, week;
