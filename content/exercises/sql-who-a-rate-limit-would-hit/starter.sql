-- Requests and average per account, over all of the days. An average says nothing about a single {{unit}}.
SELECT p.plan, count(*) AS requests, count(DISTINCT a.account_id) AS accounts
FROM requests AS r
JOIN api_keys AS k ON k.key_id = r.key_id
JOIN accounts AS a ON a.account_id = k.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
WHERE r.method = 'GET' AND r.endpoint = '{{endpoint}}'
GROUP BY p.plan;
