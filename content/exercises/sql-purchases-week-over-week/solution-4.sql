-- Every purchase is counted twice, once in its own week and once as the week before of the next; zeros come from the calendar.
WITH bought AS (
    SELECT p.plan, CAST(date_trunc('week', a.converted_at) AS DATE) AS week
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE p.plan IN ('Starter', 'Growth', 'Scale') AND a.converted_at IS NOT NULL
),
entries AS (
    SELECT plan, week, 1 AS here, 0 AS earlier FROM bought
    UNION ALL
    SELECT plan, week + 7, 0, 1 FROM bought
    UNION ALL
    SELECT plans.plan, DATE '{{first}}' + CAST(n.value AS INT) * 7, 0, 0
    FROM plans
    CROSS JOIN generate_series(0, 7) AS n(value)
    WHERE plans.plan IN ('Starter', 'Growth', 'Scale')
),
counted AS (
    SELECT plan, week, sum(here) AS purchases, sum(earlier) AS week_before
    FROM entries
    WHERE week BETWEEN DATE '{{first}}' AND DATE '{{last}}'
    GROUP BY plan, week
)
SELECT plan, week, purchases, week_before, purchases - week_before AS change,
       round(100.0 * purchases / nullif(week_before, 0) - 100, 1) AS change_percent
FROM counted
ORDER BY plan, week;
