-- Look back: a run begins where yesterday was not a day with refusals; a running sum over the beginnings numbers the runs.
WITH refused_days AS (
    SELECT a.account_id, a.name, u.day, sum(u.throttled) AS refused
    FROM accounts AS a
    JOIN api_keys AS k ON k.account_id = a.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id
    GROUP BY a.account_id, a.name, u.day
    HAVING sum(u.throttled) > 0
),
begun AS (
    SELECT *, CASE WHEN lag(day) OVER (PARTITION BY account_id ORDER BY day) = day - 1 THEN 0 ELSE 1 END AS begins
    FROM refused_days
),
numbered AS (
    SELECT *, sum(begins) OVER (PARTITION BY account_id ORDER BY day) AS run
    FROM begun
),
runs AS (
    SELECT account_id, name, count(*) AS days, min(day) AS first_day, max(day) AS last_day, sum(refused) AS refused
    FROM numbered
    GROUP BY account_id, name, run
    HAVING count(*) >= {{least}}
),
longest AS (
    SELECT DISTINCT ON (account_id) *
    FROM runs
    ORDER BY account_id, days DESC, first_day DESC
)
SELECT account_id, name, days, first_day, last_day, refused
FROM longest
ORDER BY days DESC;
