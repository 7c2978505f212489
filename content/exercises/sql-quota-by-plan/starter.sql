-- Keys and quota of each plan, with every key there ever was. {{month}}, usage, and empty plans are missing.
SELECT p.plan, count(*) AS live_keys, sum(k.monthly_quota) AS quota
FROM plans AS p
JOIN accounts AS a ON a.plan_id = p.plan_id
JOIN api_keys AS k ON k.account_id = a.account_id
GROUP BY p.plan;
