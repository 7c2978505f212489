-- First one row an account, then plans, then the same rows once more for the line of all.
WITH by_account AS (
    SELECT a.account_id,
           p.plan,
           count(*) AS calls,
           sum(CASE WHEN r.version = 'v1' THEN 1 ELSE 0 END) AS v1_calls
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE r.attempt = 1
      AND CAST(r.ts AS DATE) BETWEEN DATE '{{from}}' AND DATE '{{last}}'
    GROUP BY a.account_id, p.plan
),
lines AS (
    SELECT plan, calls, v1_calls FROM by_account
    UNION ALL
    SELECT 'All', calls, v1_calls FROM by_account
)
SELECT plan,
       count(*) AS accounts,
       sum(CASE WHEN v1_calls > 0 THEN 1 ELSE 0 END) AS v1_accounts,
       round(100.0 * sum(CASE WHEN v1_calls > 0 THEN 1 ELSE 0 END) / count(*), 1) AS v1_account_share,
       round(100.0 * sum(v1_calls) / sum(calls), 1) AS v1_call_share
FROM lines
GROUP BY plan;
