WITH by_account AS (
    SELECT a.account_id, p.plan, count(*) AS calls, sum(CASE WHEN r.version = 'v1' THEN 1 ELSE 0 END) AS v1_calls
    FROM requests AS r JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE r.attempt = 1 AND r.ts >= TIMESTAMP '{{from}} 00:00:00' AND r.ts < TIMESTAMP '{{until}} 00:00:00'
    GROUP BY a.account_id, p.plan
)
SELECT coalesce(plan, 'All') AS plan, count(*) AS accounts, count(*) FILTER (WHERE v1_calls = calls) AS v1_accounts,
       round(100.0 * count(*) FILTER (WHERE v1_calls = calls) / count(*), 1) AS v1_account_share, round(100.0 * sum(v1_calls) / sum(calls), 1) AS v1_call_share
FROM by_account GROUP BY ROLLUP (plan);
