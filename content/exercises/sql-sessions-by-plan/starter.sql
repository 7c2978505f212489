-- Each request with the plan of its account. What came before it?
SELECT p.plan, a.account_id, r.request_id, r.ts
FROM requests AS r
JOIN api_keys AS k ON k.key_id = r.key_id
JOIN accounts AS a ON a.account_id = k.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
ORDER BY a.account_id, r.ts
LIMIT 100;
