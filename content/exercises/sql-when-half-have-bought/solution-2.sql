-- How many had bought by each day, running up; a quantile is the first day on which enough of the whole month had.
WITH trials AS (
    SELECT CAST(date_trunc('month', signed_up_at) AS DATE) AS month,
           CAST(signed_up_at AS DATE) AS day_0,
           CAST(converted_at AS DATE) AS bought_on
    FROM accounts
    WHERE trial_ends_at IS NOT NULL
      AND signed_up_at >= TIMESTAMP '2025-10-01 00:00:00' AND signed_up_at < TIMESTAMP '2026-04-01 00:00:00'
),
cohorts AS (SELECT month, count(*) AS accounts, count(bought_on) AS bought FROM trials GROUP BY month),
by_day AS (
    SELECT month, bought_on - day_0 AS days, count(*) AS n
    FROM trials
    WHERE bought_on IS NOT NULL
    GROUP BY month, bought_on - day_0
),
running AS (
    SELECT month, days, sum(n) OVER (PARTITION BY month ORDER BY days) AS so_far
    FROM by_day
)
SELECT c.month, c.accounts, c.bought,
       min(r.days) FILTER (WHERE 100 * r.so_far >= {{p1}} * c.accounts) AS {{first_column}},
       min(r.days) FILTER (WHERE 100 * r.so_far >= {{p2}} * c.accounts) AS {{second_column}},
       min(r.days) FILTER (WHERE 100 * r.so_far >= {{p3}} * c.accounts) AS {{third_column}}
FROM cohorts AS c
LEFT JOIN running AS r ON r.month = c.month
GROUP BY c.month, c.accounts, c.bought
ORDER BY c.month;
