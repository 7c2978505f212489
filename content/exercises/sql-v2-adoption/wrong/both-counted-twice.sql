WITH used AS (
    SELECT CAST(r.ts AS DATE) AS day, k.account_id, r.version, count(*) AS calls
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    GROUP BY CAST(r.ts AS DATE), k.account_id, r.version
),
ends AS (
    SELECT DISTINCT day
    FROM used
    WHERE day >= DATE '{{from}}'
),
{{span}}s AS (
    SELECT e.day,
           u.account_id,
           sum(u.calls) FILTER (WHERE u.version = 'v2') AS v2_calls,
           sum(u.calls) FILTER (WHERE u.version = 'v1') AS v1_calls
    FROM ends AS e
    JOIN used AS u ON u.day BETWEEN e.day - {{before}} AND e.day
    GROUP BY e.day, u.account_id
)
SELECT day,
       count(v1_calls) + count(v2_calls) AS accounts,
       count(v2_calls) AS v2_accounts,
       count(*) FILTER (WHERE v1_calls > 0 AND v2_calls > 0) AS both_accounts,
       round(100.0 * count(v2_calls) / (count(v1_calls) + count(v2_calls)), 1) AS adoption,
       round(100.0 * sum(v2_calls) / (sum(v1_calls) + sum(v2_calls)), 1) AS call_share
FROM {{span}}s
GROUP BY day
ORDER BY day;
