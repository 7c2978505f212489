-- Each figure a question of its own: the week's accounts looked up among those of the week before and of all weeks before.
WITH active AS (
    SELECT DISTINCT k.account_id, CAST(date_trunc('week', u.day) AS DATE) AS week
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
),
joined AS (
    SELECT a.week, a.account_id, max(e.week) AS last_seen
    FROM active AS a
    LEFT JOIN active AS e ON e.account_id = a.account_id AND e.week < a.week
    GROUP BY a.week, a.account_id
),
left_behind AS (
    SELECT b.week + 7 AS week, b.account_id
    FROM active AS b
    WHERE NOT EXISTS (SELECT 1 FROM active AS n WHERE n.account_id = b.account_id AND n.week = b.week + 7)
),
losses AS (SELECT week, count(*) AS lost FROM left_behind GROUP BY week)
SELECT j.week,
       count(*) AS active,
       sum(CASE WHEN j.last_seen IS NULL THEN 1 ELSE 0 END) AS new,
       sum(CASE WHEN j.week - j.last_seen = 7 THEN 1 ELSE 0 END) AS kept,
       sum(CASE WHEN j.week - j.last_seen > 7 THEN 1 ELSE 0 END) AS back,
       coalesce(max(l.lost), 0) AS lost
FROM joined AS j
LEFT JOIN losses AS l ON l.week = j.week
WHERE j.week >= DATE '{{first}}' AND j.week <= DATE '{{last}}'
GROUP BY j.week
ORDER BY j.week;
