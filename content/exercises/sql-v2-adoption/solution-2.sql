-- Straight from the requests: each stands in every {{span}} that holds its day, and accounts are counted once with DISTINCT.
WITH ends AS (
    SELECT value AS until
    FROM generate_series(TIMESTAMP '{{from_next}} 00:00:00', TIMESTAMP '2026-03-15 00:00:00', INTERVAL '1 day')
),
counted AS (
    SELECT e.until,
           count(DISTINCT k.account_id) AS accounts,
           count(DISTINCT k.account_id) FILTER (WHERE r.version = 'v1') AS v1_accounts,
           count(DISTINCT k.account_id) FILTER (WHERE r.version = 'v2') AS v2_accounts,
           avg(CASE WHEN r.version = 'v2' THEN 100.0 ELSE 0.0 END) AS call_share
    FROM ends AS e
    JOIN requests AS r ON r.ts < e.until AND r.ts >= e.until - INTERVAL '{{days}} days'
    JOIN api_keys AS k ON k.key_id = r.key_id
    GROUP BY e.until
)
SELECT CAST(until - INTERVAL '1 day' AS DATE) AS day,
       accounts,
       v2_accounts,
       v1_accounts + v2_accounts - accounts AS both_accounts,
       round(100.0 * v2_accounts / accounts, 1) AS adoption,
       round(call_share, 1) AS call_share
FROM counted
ORDER BY day;
