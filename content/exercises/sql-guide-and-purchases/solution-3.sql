-- The variance of ones and zeros is p(1 − p): the engine's population variance, and ROLLUP for the last row.
WITH outcomes AS (
    SELECT p.plan,
           CASE WHEN s.variant = 'control' THEN CASE WHEN a.converted_at < a.signed_up_at + INTERVAL '{{days}} days' THEN 100.0 ELSE 0.0 END END AS c,
           CASE WHEN s.variant = 'treatment' THEN CASE WHEN a.converted_at < a.signed_up_at + INTERVAL '{{days}} days' THEN 100.0 ELSE 0.0 END END AS t
    FROM plans AS p
    JOIN accounts AS a ON a.plan_id = p.plan_id
    JOIN experiment_assignments AS s ON s.account_id = a.account_id
    JOIN experiments AS e ON e.experiment_id = s.experiment_id AND e.name = 'quickstart-guide'
    WHERE a.trial_ends_at IS NOT NULL AND a.signed_up_at + INTERVAL '{{days}} days' < TIMESTAMP '2026-05-01 00:00:00'
),
figures AS (
    SELECT CASE WHEN grouping(plan) = 1 THEN 'all plans' ELSE plan END AS plan,
           count(c) AS n_c, avg(c) AS c, count(t) AS n_t, avg(t) AS t,
           sqrt(var_pop(c) / count(c) + var_pop(t) / count(t)) AS se
    FROM outcomes
    GROUP BY ROLLUP (plan)
    HAVING count(c) + count(t) > 0
)
SELECT plan,
       n_c AS control_trials,
       round(c, 1) AS control_rate,
       n_t AS treatment_trials,
       round(t, 1) AS treatment_rate,
       round(t - c, 1) AS difference,
       round(t - c - 1.96 * se, 1) AS low,
       round(t - c + 1.96 * se, 1) AS high
FROM figures;
