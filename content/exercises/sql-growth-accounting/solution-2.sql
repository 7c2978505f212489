-- This week's accounts beside last week's, in a full join: whoever stands on one side only is lost, new or back.
WITH active AS (
    SELECT k.account_id, CAST(date_trunc('week', u.day) AS DATE) AS week
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    GROUP BY k.account_id, CAST(date_trunc('week', u.day) AS DATE)
),
firsts AS (SELECT account_id, min(week) AS first_week FROM active GROUP BY account_id),
shifted AS (SELECT account_id, week + INTERVAL '7 days' AS week FROM active),
sides AS (
    SELECT coalesce(a.account_id, s.account_id) AS account_id,
           coalesce(a.week, s.week) AS week,
           a.account_id IS NOT NULL AS now,
           s.account_id IS NOT NULL AS before
    FROM active AS a
    FULL JOIN shifted AS s ON s.account_id = a.account_id AND s.week = a.week
)
SELECT CAST(x.week AS DATE) AS week,
       sum(CASE WHEN x.now THEN 1 ELSE 0 END) AS active,
       sum(CASE WHEN x.now AND f.first_week = x.week THEN 1 ELSE 0 END) AS new,
       sum(CASE WHEN x.now AND x.before THEN 1 ELSE 0 END) AS kept,
       sum(CASE WHEN x.now AND NOT x.before AND f.first_week < x.week THEN 1 ELSE 0 END) AS back,
       sum(CASE WHEN NOT x.now THEN 1 ELSE 0 END) AS lost
FROM sides AS x
JOIN firsts AS f ON f.account_id = x.account_id
WHERE x.week >= DATE '{{first}}' AND x.week < DATE '{{next}}'
GROUP BY CAST(x.week AS DATE)
HAVING count(*) FILTER (WHERE x.now) > 0
ORDER BY week;
