-- How many were assigned, by plan. Nothing yet says who had a trial, whose {{days}} days are over, or who bought.
SELECT p.plan, s.variant, count(*) AS accounts
FROM experiment_assignments AS s
JOIN accounts AS a ON a.account_id = s.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
GROUP BY p.plan, s.variant;
