SELECT coalesce(p.plan, 'All') AS plan,
       count(DISTINCT k.account_id) AS accounts,
       count(DISTINCT k.account_id) FILTER (WHERE r.version = 'v1') AS v1_accounts,
       round(100.0 * count(DISTINCT k.account_id) FILTER (WHERE r.version = 'v1') / count(DISTINCT k.account_id), 1) AS v1_account_share,
       round(100.0 * count(*) FILTER (WHERE r.version = 'v1') / count(*), 1) AS v1_call_share
FROM requests AS r
JOIN api_keys AS k ON k.key_id = r.key_id
JOIN accounts AS a ON a.account_id = k.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
WHERE r.attempt = 1
  AND r.ts >= TIMESTAMP '{{from}} 00:00:00'
  AND r.ts < TIMESTAMP '{{until}} 00:00:00'
GROUP BY p.plan;
