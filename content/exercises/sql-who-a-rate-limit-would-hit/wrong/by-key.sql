WITH by_{{unit}} AS (
    SELECT p.plan, a.account_id, r.key_id, date_trunc('{{unit}}', r.ts) AS {{unit}}, count(*) AS n
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE r.method = 'GET' AND r.endpoint = '{{endpoint}}'
    GROUP BY p.plan, a.account_id, r.key_id, date_trunc('{{unit}}', r.ts)
)
SELECT plan,
       count(DISTINCT account_id) AS accounts,
       count(DISTINCT CASE WHEN n > 1 THEN account_id END) AS hit_accounts,
       sum(n - 1) AS refused,
       round(100.0 * sum(n - 1) / sum(n), 2) AS refused_share
FROM by_{{unit}}
GROUP BY plan;
