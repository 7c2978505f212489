-- Beginnings have no day with refusals before them, ends none after them; the first end that is not before a beginning belongs to it.
WITH hit AS (
    SELECT account_id, day, sum(throttled) AS refused
    FROM usage_daily
    JOIN api_keys USING (key_id)
    WHERE throttled >= 1
    GROUP BY account_id, day
),
begins AS (
    SELECT h.account_id, h.day
    FROM hit AS h
    WHERE NOT EXISTS (SELECT 1 FROM hit AS y WHERE y.account_id = h.account_id AND y.day = h.day - 1)
),
ends AS (
    SELECT h.account_id, h.day
    FROM hit AS h
    WHERE NOT EXISTS (SELECT 1 FROM hit AS t WHERE t.account_id = h.account_id AND t.day = h.day + 1)
),
runs AS (
    SELECT b.account_id, b.day AS first_day, min(e.day) AS last_day, min(e.day) - b.day + 1 AS days
    FROM begins AS b
    JOIN ends AS e ON e.account_id = b.account_id AND e.day >= b.day
    GROUP BY b.account_id, b.day
)
SELECT r.account_id, max(a.name) AS name, r.days, r.first_day, r.last_day, sum(h.refused) AS refused
FROM runs AS r
JOIN accounts AS a ON a.account_id = r.account_id
JOIN hit AS h ON h.account_id = r.account_id AND h.day BETWEEN r.first_day AND r.last_day
LEFT JOIN runs AS better
       ON better.account_id = r.account_id
      AND (better.days > r.days OR (better.days = r.days AND better.first_day > r.first_day))
WHERE better.account_id IS NULL AND r.days > {{too_few}}
GROUP BY r.account_id, r.days, r.first_day, r.last_day
ORDER BY r.days DESC;
