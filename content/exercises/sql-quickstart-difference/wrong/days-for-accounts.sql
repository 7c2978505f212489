WITH assigned AS (
    SELECT s.account_id, s.variant, CAST(a.signed_up_at AS DATE) AS day_0
    FROM experiment_assignments AS s
    JOIN experiments AS e ON e.experiment_id = s.experiment_id
    JOIN accounts AS a ON a.account_id = s.account_id
    WHERE e.name = 'quickstart-guide'
),
activated AS (
    SELECT d.account_id
    FROM assigned AS d
    JOIN api_keys AS k ON k.account_id = d.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE u.day BETWEEN d.day_0 AND d.day_0 + INTERVAL '6 days'
),
outcomes AS (
    SELECT d.variant, CASE WHEN v.account_id IS NULL THEN 0.0 ELSE 1.0 END AS activated
    FROM assigned AS d
    LEFT JOIN activated AS v ON v.account_id = d.account_id
),
rates AS (
    SELECT count(*) FILTER (WHERE variant = 'control') AS n_c,
           avg(activated) FILTER (WHERE variant = 'control') AS p_c,
           count(*) FILTER (WHERE variant = 'treatment') AS n_t,
           avg(activated) FILTER (WHERE variant = 'treatment') AS p_t
    FROM outcomes
),
errors AS (
    SELECT *, sqrt(p_c * (1 - p_c) / n_c + p_t * (1 - p_t) / n_t) AS se
    FROM rates
)
SELECT n_c AS control_accounts,
       round(100 * p_c, 2) AS control_rate,
       n_t AS treatment_accounts,
       round(100 * p_t, 2) AS treatment_rate,
       round(100 * (p_t - p_c), 2) AS difference,
       round(100 * (p_t - p_c - {{z}} * se), 2) AS low,
       round(100 * (p_t - p_c + {{z}} * se), 2) AS high
FROM errors;
