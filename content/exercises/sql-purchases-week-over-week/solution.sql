WITH calendar AS (
    SELECT p.plan_id, p.plan, w.monday
    FROM generate_series(TIMESTAMP '{{before}} 00:00:00', TIMESTAMP '{{last}} 00:00:00', INTERVAL '7 days') AS w(monday)
    CROSS JOIN plans AS p
    WHERE p.plan IN ('Starter', 'Growth', 'Scale')
),
counted AS (
    SELECT c.plan, CAST(c.monday AS DATE) AS week, count(a.account_id) AS purchases
    FROM calendar AS c
    LEFT JOIN accounts AS a
           ON a.plan_id = c.plan_id
          AND date_trunc('week', a.converted_at) = c.monday
    GROUP BY c.plan, c.monday
),
compared AS (
    SELECT plan, week, purchases, lag(purchases) OVER (PARTITION BY plan ORDER BY week) AS week_before
    FROM counted
)
SELECT plan, week, purchases, week_before,
       purchases - week_before AS change,
       round(100.0 * (purchases - week_before) / nullif(week_before, 0), 1) AS change_percent
FROM compared
WHERE week >= DATE '{{first}}'
ORDER BY plan, week;
