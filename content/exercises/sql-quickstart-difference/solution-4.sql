-- Two queries, one for each group, put side by side; who was activated is asked with `EXISTS`.
WITH drawn AS (
    SELECT a.account_id, s.variant, CAST(a.signed_up_at AS DATE) AS day_0
    FROM accounts AS a
    JOIN experiment_assignments AS s ON s.account_id = a.account_id
    WHERE s.experiment_id IN (SELECT experiment_id FROM experiments WHERE name = 'quickstart-guide')
),
days AS (
    SELECT d.account_id, u.day - d.day_0 AS number
    FROM drawn AS d
    JOIN api_keys AS k ON k.account_id = d.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id
),
activated AS (
    SELECT d.account_id, d.variant
    FROM drawn AS d
    WHERE EXISTS (SELECT 1 FROM days AS y WHERE y.account_id = d.account_id AND y.number BETWEEN 0 AND 6)
),
sizes AS (
    SELECT (SELECT count(*) FROM drawn WHERE variant = 'control') AS n1,
           (SELECT count(*) FROM activated WHERE variant = 'control') AS x1,
           (SELECT count(*) FROM drawn WHERE variant = 'treatment') AS n2,
           (SELECT count(*) FROM activated WHERE variant = 'treatment') AS x2
),
rates AS (
    SELECT n1, n2, 1.0 * x1 / nullif(n1, 0) AS p1, 1.0 * x2 / nullif(n2, 0) AS p2
    FROM sizes
),
ends AS (
    SELECT *, p2 - p1 AS gap, {{z}} * power(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2, 0.5) AS reach
    FROM rates
)
SELECT n1 AS control_accounts,
       round(p1 * 100, 2) AS control_rate,
       n2 AS treatment_accounts,
       round(p2 * 100, 2) AS treatment_rate,
       round(gap * 100, 2) AS difference,
       round((gap - reach) * 100, 2) AS low,
       round((gap + reach) * 100, 2) AS high
FROM ends;
