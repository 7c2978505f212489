-- Each row of the calendar counts its two weeks for itself; nothing has to look at a neighbour.
WITH calendar AS (
    SELECT p.plan, p.plan_id, w.week
    FROM plans AS p
    CROSS JOIN (VALUES (DATE '{{first}}'), (DATE '{{second}}'), (DATE '{{third}}'), (DATE '{{fourth}}'),
                       (DATE '{{fifth}}'), (DATE '{{sixth}}'), (DATE '{{seventh}}'), (DATE '{{last}}')) AS w(week)
    WHERE p.plan = 'Starter' OR p.plan = 'Growth' OR p.plan = 'Scale'
),
counted AS (
    SELECT c.plan, c.week,
           count(*) FILTER (WHERE CAST(a.converted_at AS DATE) BETWEEN c.week AND c.week + INTERVAL '6 days') AS purchases,
           count(*) FILTER (WHERE CAST(a.converted_at AS DATE) BETWEEN c.week - INTERVAL '7 days' AND c.week - INTERVAL '1 day') AS week_before
    FROM calendar AS c
    LEFT JOIN accounts AS a ON a.plan_id = c.plan_id
    GROUP BY c.plan, c.week
)
SELECT plan, week, purchases, week_before, purchases - week_before AS change,
       CASE WHEN week_before > 0 THEN round((purchases - week_before) * 100.0 / week_before, 1) END AS change_percent
FROM counted
ORDER BY plan, week;
