WITH daily AS (
    SELECT k.account_id, u.day, sum(u.throttled) AS refused
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    GROUP BY k.account_id, u.day
),
begun AS (
    SELECT *, CASE WHEN lag(refused) OVER (PARTITION BY account_id ORDER BY day) > 0 THEN 0 ELSE 1 END AS begins
    FROM daily
),
numbered AS (
    SELECT *, sum(begins) OVER (PARTITION BY account_id ORDER BY day) AS run
    FROM begun
    WHERE refused > 0
),
runs AS (
    SELECT account_id, min(day) AS first_day, max(day) AS last_day, count(*) AS days, sum(refused) AS refused
    FROM numbered
    GROUP BY account_id, run
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY account_id ORDER BY days DESC, last_day DESC) AS place
    FROM runs
)
SELECT r.account_id, a.name, r.days, r.first_day, r.last_day, r.refused
FROM ranked AS r
JOIN accounts AS a ON a.account_id = r.account_id
WHERE r.place = 1 AND r.days >= {{least}}
ORDER BY r.days DESC;
