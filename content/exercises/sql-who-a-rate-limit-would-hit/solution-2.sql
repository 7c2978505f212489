-- Number the requests of an account within each {{unit}}: all but number 1 would be refused.
WITH numbered AS (
    SELECT k.account_id,
           a.plan_id,
           row_number() OVER (PARTITION BY k.account_id, date_trunc('{{unit}}', r.ts) ORDER BY r.ts, r.request_id) AS place
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    WHERE r.method = 'GET' AND r.endpoint = '{{endpoint}}'
),
by_account AS (
    SELECT account_id, plan_id, count(*) AS requests, sum(CASE WHEN place > 1 THEN 1 ELSE 0 END) AS refused
    FROM numbered
    GROUP BY account_id, plan_id
)
SELECT p.plan,
       count(*) AS accounts,
       count(*) FILTER (WHERE refused > 0) AS hit_accounts,
       sum(refused) AS refused,
       round(100.0 * sum(refused) / sum(requests), 2) AS refused_share
FROM by_account
JOIN plans AS p ON p.plan_id = by_account.plan_id
GROUP BY p.plan;
