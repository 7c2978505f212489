-- One row for each group with its rate and its variance, then the two rows joined side by side.
WITH first_days AS (
    SELECT k.account_id, min(u.day) AS first_day
    FROM api_keys AS k
    JOIN usage_daily AS u ON u.key_id = k.key_id
    GROUP BY k.account_id
),
variants AS (
    SELECT s.variant,
           count(*) AS n,
           sum(CASE WHEN f.first_day - CAST(a.signed_up_at AS DATE) <= 6 THEN 1 ELSE 0 END) * 1.0 / count(*) AS p
    FROM experiment_assignments AS s
    JOIN accounts AS a ON a.account_id = s.account_id
    JOIN first_days AS f ON f.account_id = s.account_id
    WHERE s.experiment_id = (SELECT experiment_id FROM experiments WHERE name = 'quickstart-guide')
    GROUP BY s.variant
)
SELECT c.n AS control_accounts,
       round(100 * c.p, 2) AS control_rate,
       t.n AS treatment_accounts,
       round(100 * t.p, 2) AS treatment_rate,
       round(100 * (t.p - c.p), 2) AS difference,
       round(100 * (t.p - c.p) - {{z_hundred}} * sqrt(c.p * (1 - c.p) / c.n + t.p * (1 - t.p) / t.n), 2) AS low,
       round(100 * (t.p - c.p) + {{z_hundred}} * sqrt(c.p * (1 - c.p) / c.n + t.p * (1 - t.p) / t.n), 2) AS high
FROM variants AS c
CROSS JOIN variants AS t
WHERE c.variant = 'control' AND t.variant = 'treatment';
