-- One row for each group with its rate and its variance, then the two rows joined side by side to a row that is always there.
WITH first_days AS (
    SELECT k.account_id, min(u.day) AS first_day
    FROM api_keys AS k
    JOIN accounts AS o ON o.account_id = k.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id AND u.day >= CAST(o.signed_up_at AS DATE)
    GROUP BY k.account_id
),
variants AS (
    SELECT s.variant,
           count(*) AS n,
           sum(CASE WHEN f.first_day - CAST(a.signed_up_at AS DATE) <= 6 THEN 1 ELSE 0 END) * 1.0 / count(*) AS p
    FROM experiment_assignments AS s
    JOIN accounts AS a ON a.account_id = s.account_id
    LEFT JOIN first_days AS f ON f.account_id = s.account_id
    WHERE s.experiment_id = (SELECT experiment_id FROM experiments WHERE name = 'quickstart-guide')
    GROUP BY s.variant
)
SELECT coalesce(c.n, 0) AS control_accounts,
       round(100 * c.p, 2) AS control_rate,
       coalesce(t.n, 0) AS treatment_accounts,
       round(100 * t.p, 2) AS treatment_rate,
       round(100 * (t.p - c.p), 2) AS difference,
       round(100 * (t.p - c.p) - {{z_hundred}} * sqrt(c.p * (1 - c.p) / c.n + t.p * (1 - t.p) / t.n), 2) AS low,
       round(100 * (t.p - c.p) + {{z_hundred}} * sqrt(c.p * (1 - c.p) / c.n + t.p * (1 - t.p) / t.n), 2) AS high
FROM (VALUES ('control', 'treatment')) AS names (control, treatment)
LEFT JOIN variants AS c ON c.variant = names.control
LEFT JOIN variants AS t ON t.variant = names.treatment;
