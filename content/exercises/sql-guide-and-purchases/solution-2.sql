-- One row for each plan and group, totals by GROUPING SETS, then control and treatment side by side.
WITH cells AS (
    SELECT coalesce(p.plan, 'all plans') AS plan,
           s.variant,
           count(*) AS n,
           sum(CASE WHEN CAST(a.converted_at - a.signed_up_at AS INTERVAL) < INTERVAL '{{days}} days' THEN 1 ELSE 0 END) * 1.0 / count(*) AS rate
    FROM accounts AS a
    JOIN plans AS p ON p.plan_id = a.plan_id
    JOIN experiment_assignments AS s ON s.account_id = a.account_id
    WHERE s.experiment_id IN (SELECT experiment_id FROM experiments WHERE name = 'quickstart-guide')
      AND a.trial_ends_at IS NOT NULL
      AND CAST(a.signed_up_at AS DATE) <= DATE '{{eve}}'
    GROUP BY GROUPING SETS ((p.plan, s.variant), (s.variant))
)
SELECT coalesce(c.plan, t.plan) AS plan,
       coalesce(c.n, 0) AS control_trials,
       round(100 * c.rate, 1) AS control_rate,
       coalesce(t.n, 0) AS treatment_trials,
       round(100 * t.rate, 1) AS treatment_rate,
       round(100 * (t.rate - c.rate), 1) AS difference,
       round(100 * (t.rate - c.rate) - 196 * sqrt(c.rate * (1 - c.rate) / c.n + t.rate * (1 - t.rate) / t.n), 1) AS low,
       round(100 * (t.rate - c.rate) + 196 * sqrt(c.rate * (1 - c.rate) / c.n + t.rate * (1 - t.rate) / t.n), 1) AS high
FROM (SELECT plan, n, rate FROM cells WHERE variant = 'control') AS c
FULL JOIN (SELECT plan, n, rate FROM cells WHERE variant = 'treatment') AS t ON t.plan = c.plan;
