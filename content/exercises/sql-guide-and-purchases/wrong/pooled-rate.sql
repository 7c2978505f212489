WITH trials AS (
    SELECT s.variant,
           p.plan,
           CASE WHEN a.converted_at < a.signed_up_at + INTERVAL '{{days}} days' THEN 1.0 ELSE 0.0 END AS bought
    FROM experiments AS e
    JOIN experiment_assignments AS s ON s.experiment_id = e.experiment_id
    JOIN accounts AS a ON a.account_id = s.account_id
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE e.name = 'quickstart-guide'
      AND a.trial_ends_at IS NOT NULL
      AND a.signed_up_at < TIMESTAMP '{{until}} 00:00:00'
),
stacked AS (
    SELECT plan, variant, bought FROM trials
    UNION ALL
    SELECT 'all plans', variant, bought FROM trials
),
rates AS (
    SELECT plan,
           count(*) FILTER (WHERE variant = 'control') AS n_c,
           avg(bought) FILTER (WHERE variant = 'control') AS p_c,
           count(*) FILTER (WHERE variant = 'treatment') AS n_t,
           avg(bought) FILTER (WHERE variant = 'treatment') AS p_t
    FROM stacked
    GROUP BY plan
),
errors AS (
    SELECT r.*, sqrt(pool * (1 - pool) * (1.0 / n_c + 1.0 / n_t)) AS se
    FROM (SELECT *, (p_c * n_c + p_t * n_t) / (n_c + n_t) AS pool FROM rates) AS r
)
SELECT plan,
       n_c AS control_trials,
       round(100 * p_c, 1) AS control_rate,
       n_t AS treatment_trials,
       round(100 * p_t, 1) AS treatment_rate,
       round(100 * (p_t - p_c), 1) AS difference,
       round(100 * (p_t - p_c - 1.96 * se), 1) AS low,
       round(100 * (p_t - p_c + 1.96 * se), 1) AS high
FROM errors;
