-- The variance of ones and zeros is p(1 − p), so the engine's own population variance gives the same error.
WITH outcomes AS (
    SELECT s.account_id, s.variant,
           max(CASE WHEN u.day >= CAST(a.signed_up_at AS DATE) AND u.day < CAST(a.signed_up_at AS DATE) + INTERVAL '7 days' THEN 100.0 ELSE 0.0 END) AS activated
    FROM experiments AS e
    JOIN experiment_assignments AS s ON s.experiment_id = e.experiment_id
    JOIN accounts AS a ON a.account_id = s.account_id
    LEFT JOIN api_keys AS k ON k.account_id = s.account_id
    LEFT JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE e.name = 'quickstart-guide'
    GROUP BY s.account_id, s.variant
),
groups AS (
    SELECT count(CASE WHEN variant = 'control' THEN activated END) AS control_accounts,
           avg(CASE WHEN variant = 'control' THEN activated END) AS c,
           count(CASE WHEN variant = 'treatment' THEN activated END) AS treatment_accounts,
           avg(CASE WHEN variant = 'treatment' THEN activated END) AS t,
           var_pop(CASE WHEN variant = 'control' THEN activated END) AS c_variance,
           var_pop(CASE WHEN variant = 'treatment' THEN activated END) AS t_variance
    FROM outcomes
)
SELECT control_accounts,
       round(c, 2) AS control_rate,
       treatment_accounts,
       round(t, 2) AS treatment_rate,
       round(t - c, 2) AS difference,
       round(t - c - {{z}} * sqrt(c_variance / control_accounts + t_variance / treatment_accounts), 2) AS low,
       round(t - c + {{z}} * sqrt(c_variance / control_accounts + t_variance / treatment_accounts), 2) AS high
FROM groups;
