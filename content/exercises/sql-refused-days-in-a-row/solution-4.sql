-- A full grid of accounts and days: the number of clean days so far stays the same within a run, so it is the run's name.
WITH daily AS (
    SELECT k.account_id, u.day, sum(u.throttled) AS refused
    FROM api_keys AS k
    JOIN usage_daily AS u ON u.key_id = k.key_id
    GROUP BY k.account_id, u.day
),
grid AS (
    SELECT x.account_id, c.day, coalesce(d.refused, 0) AS refused
    FROM (SELECT account_id FROM daily GROUP BY account_id HAVING sum(refused) > 0) AS x
    CROSS JOIN (SELECT DISTINCT day FROM usage_daily) AS c
    LEFT JOIN daily AS d ON d.account_id = x.account_id AND d.day = c.day
),
numbered AS (
    SELECT *, sum(CASE WHEN refused = 0 THEN 1 ELSE 0 END) OVER (PARTITION BY account_id ORDER BY day) AS run
    FROM grid
),
runs AS (
    SELECT account_id, run, count(*) AS days, min(day) AS first_day, max(day) AS last_day, sum(refused) AS refused
    FROM numbered
    WHERE refused > 0
    GROUP BY account_id, run
)
SELECT r.account_id, a.name, r.days, r.first_day, r.last_day, r.refused
FROM runs AS r
JOIN accounts AS a ON a.account_id = r.account_id
WHERE r.days >= {{least}}
QUALIFY row_number() OVER (PARTITION BY r.account_id ORDER BY r.days DESC, r.run DESC) = 1
ORDER BY r.days DESC;
