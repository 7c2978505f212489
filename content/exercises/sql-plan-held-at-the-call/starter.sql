-- Calls under the plan that the account has today. What it held at the moment of the call may have been something else.
SELECT p.plan AS held, count(*) AS calls
FROM requests AS r
JOIN api_keys AS k ON k.key_id = r.key_id
JOIN accounts AS a ON a.account_id = k.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
GROUP BY p.plan;
