WITH daily AS (
    SELECT CAST(r.ts AS DATE) AS day,
           count(DISTINCT k.account_id) AS accounts,
           count(DISTINCT k.account_id) FILTER (WHERE r.version = 'v2') AS v2_accounts,
           count(DISTINCT k.account_id) FILTER (WHERE r.version = 'v1') AS v1_accounts,
           count(*) AS calls,
           count(*) FILTER (WHERE r.version = 'v2') AS v2_calls
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    GROUP BY CAST(r.ts AS DATE)
),
{{span}}s AS (
    SELECT day,
           sum(accounts) OVER {{seven}}_days AS accounts,
           sum(v2_accounts) OVER {{seven}}_days AS v2_accounts,
           sum(v1_accounts) OVER {{seven}}_days AS v1_accounts,
           sum(calls) OVER {{seven}}_days AS calls,
           sum(v2_calls) OVER {{seven}}_days AS v2_calls
    FROM daily
    WINDOW {{seven}}_days AS (ORDER BY day ROWS BETWEEN {{before}} PRECEDING AND CURRENT ROW)
)
SELECT day, accounts, v2_accounts, v1_accounts + v2_accounts - accounts AS both_accounts,
       round(100.0 * v2_accounts / accounts, 1) AS adoption,
       round(100.0 * v2_calls / calls, 1) AS call_share
FROM {{span}}s
WHERE day >= DATE '{{from}}'
ORDER BY day;
