WITH active AS (
    SELECT DISTINCT k.account_id, CAST(date_trunc('week', u.day) AS DATE) AS week
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
),
neighbours AS (
    SELECT account_id, week,
           lag(week) OVER (PARTITION BY account_id ORDER BY week) AS previous,
           lead(week) OVER (PARTITION BY account_id ORDER BY week) AS following
    FROM active
),
here AS (
    SELECT week,
           count(*) AS active,
           count(*) FILTER (WHERE previous IS NULL OR previous < week - INTERVAL '7 days') AS new,
           count(*) FILTER (WHERE previous = week - INTERVAL '7 days') AS kept,
           count(*) FILTER (WHERE previous < week - INTERVAL '7 days') AS back
    FROM neighbours
    GROUP BY week
),
gone AS (
    SELECT week + INTERVAL '7 days' AS week, count(*) AS lost
    FROM neighbours
    WHERE following IS NULL OR following > week + INTERVAL '7 days'
    GROUP BY week + INTERVAL '7 days'
)
SELECT h.week, h.active, h.new, h.kept, h.back, coalesce(g.lost, 0) AS lost
FROM here AS h
LEFT JOIN gone AS g ON g.week = h.week
WHERE h.week BETWEEN DATE '{{first}}' AND DATE '{{last}}'
ORDER BY h.week;
