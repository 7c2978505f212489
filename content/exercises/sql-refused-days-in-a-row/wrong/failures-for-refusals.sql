WITH refused_days AS (
    SELECT k.account_id, u.day, sum(u.failed) AS refused
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    WHERE u.failed > 0
    GROUP BY k.account_id, u.day
),
numbered AS (
    SELECT *, day - CAST(row_number() OVER (PARTITION BY account_id ORDER BY day) AS INT) AS run
    FROM refused_days
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
