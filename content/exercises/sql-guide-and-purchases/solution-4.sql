-- The rows of the answer first, as a list of names; every trial is joined to its plan's name and to `all plans`.
WITH quickstart AS (
    SELECT a.plan_id, s.variant, a.converted_at IS NOT NULL AND a.converted_at - INTERVAL '{{days}} days' < a.signed_up_at AS bought
    FROM experiment_assignments AS s
    JOIN accounts AS a USING (account_id)
    WHERE s.experiment_id IN (SELECT experiment_id FROM experiments WHERE name = 'quickstart-guide')
      AND a.trial_ends_at IS NOT NULL
      AND date_trunc('day', a.signed_up_at) < TIMESTAMP '{{until}} 00:00:00'
),
counts AS (
    SELECT l.plan,
           sum(CASE WHEN q.variant = 'control' THEN 1.0 ELSE 0.0 END) AS n_c,
           sum(CASE WHEN q.variant = 'control' AND q.bought THEN 1.0 ELSE 0.0 END) AS b_c,
           sum(CASE WHEN q.variant = 'treatment' THEN 1.0 ELSE 0.0 END) AS n_t,
           sum(CASE WHEN q.variant = 'treatment' AND q.bought THEN 1.0 ELSE 0.0 END) AS b_t
    FROM (SELECT plan, plan_id FROM plans UNION ALL SELECT 'all plans', NULL) AS l
    JOIN quickstart AS q ON l.plan_id = q.plan_id OR l.plan_id IS NULL
    GROUP BY l.plan
),
safe AS (SELECT plan, n_c AS control_trials, n_t AS treatment_trials, b_c, b_t, nullif(n_c, 0) AS n_c, nullif(n_t, 0) AS n_t FROM counts)
SELECT plan,
       control_trials,
       round(100 * b_c / n_c, 1) AS control_rate,
       treatment_trials,
       round(100 * b_t / n_t, 1) AS treatment_rate,
       round(100 * (b_t / n_t - b_c / n_c), 1) AS difference,
       round(100 * (b_t / n_t - b_c / n_c) - 196 * sqrt(b_c * (n_c - b_c) / power(n_c, 3) + b_t * (n_t - b_t) / power(n_t, 3)), 1) AS low,
       round(100 * (b_t / n_t - b_c / n_c) + 196 * sqrt(b_c * (n_c - b_c) / power(n_c, 3) + b_t * (n_t - b_t) / power(n_t, 3)), 1) AS high
FROM safe;
