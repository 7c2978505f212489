-- The week's calls added up by plan and version, the accounts counted apart; the line of all is asked of everybody once more.
WITH week AS (
    SELECT k.account_id, p.plan, r.version
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    JOIN plans AS p ON p.plan_id = a.plan_id
    WHERE r.attempt = 1 AND date_trunc('day', r.ts) BETWEEN TIMESTAMP '{{from}} 00:00:00' AND TIMESTAMP '{{last}} 00:00:00'
),
doubled AS (
    SELECT account_id, version, unnest(make_array(plan, 'All')) AS plan
    FROM week
),
callers AS (SELECT plan, count(*) AS accounts FROM (SELECT DISTINCT plan, account_id FROM doubled) AS d GROUP BY plan),
old_callers AS (
    SELECT plan, count(*) AS accounts
    FROM (SELECT DISTINCT plan, account_id FROM doubled WHERE version = 'v1') AS d
    GROUP BY plan
),
calls AS (SELECT plan, count(*) AS calls, count(*) FILTER (WHERE version = 'v1') AS v1_calls FROM doubled GROUP BY plan)
SELECT c.plan,
       c.accounts,
       coalesce(o.accounts, 0) AS v1_accounts,
       round(coalesce(o.accounts, 0) * 100.0 / c.accounts, 1) AS v1_account_share,
       round(n.v1_calls * 100.0 / n.calls, 1) AS v1_call_share
FROM callers AS c
JOIN calls AS n ON n.plan = c.plan
LEFT JOIN old_callers AS o ON o.plan = c.plan;
