-- Who was assigned. Nothing yet says who was activated.
SELECT e.name, s.variant, count(*) AS accounts
FROM experiments AS e
JOIN experiment_assignments AS s ON s.experiment_id = e.experiment_id
GROUP BY e.name, s.variant;
