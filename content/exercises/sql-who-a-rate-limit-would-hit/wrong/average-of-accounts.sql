WITH by_{{unit}} AS (
    SELECT p.plan, a.account_id, date_trunc('{{unit}}', r.ts) AS {{unit}}, count(*) AS n
    FROM requests AS r JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE r.method = 'GET' AND r.endpoint = '{{endpoint}}'
    GROUP BY p.plan, a.account_id, date_trunc('{{unit}}', r.ts)
),
by_account AS (
    SELECT plan, account_id, sum(n - 1) AS refused, 100.0 * sum(n - 1) / sum(n) AS share FROM by_{{unit}} GROUP BY plan, account_id
)
SELECT plan, count(*) AS accounts, count(*) FILTER (WHERE refused > 0) AS hit_accounts, sum(refused) AS refused, round(avg(share), 2) AS refused_share
FROM by_account GROUP BY plan;
