-- A mean of ones and noughts is a share: once over accounts, once over calls.
WITH calls AS (
    SELECT k.account_id, a.plan_id, CASE r.version WHEN 'v1' THEN 1.0 ELSE 0.0 END AS is_v1
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    WHERE r.attempt < 2
      AND date_trunc('day', r.ts) >= TIMESTAMP '{{from}} 00:00:00'
      AND r.ts < TIMESTAMP '{{until}} 00:00:00'
),
callers AS (
    SELECT account_id, plan_id, max(is_v1) AS any_v1
    FROM calls
    GROUP BY account_id, plan_id
),
account_lines AS (
    SELECT plan_id, count(*) AS accounts, sum(any_v1) AS v1_accounts, round(100 * avg(any_v1), 1) AS v1_account_share
    FROM callers
    GROUP BY GROUPING SETS ((plan_id), ())
),
call_lines AS (
    SELECT plan_id, round(100 * avg(is_v1), 1) AS v1_call_share
    FROM calls
    GROUP BY GROUPING SETS ((plan_id), ())
)
SELECT coalesce(p.plan, 'All') AS plan, n.accounts, CAST(n.v1_accounts AS BIGINT) AS v1_accounts, n.v1_account_share, c.v1_call_share
FROM account_lines AS n
JOIN call_lines AS c ON c.plan_id IS NOT DISTINCT FROM n.plan_id
LEFT JOIN plans AS p ON p.plan_id = n.plan_id;
