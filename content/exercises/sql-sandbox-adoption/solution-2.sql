-- Grouping sets give both kinds of rows at once; whether an account adopted is asked of the days themselves.
WITH test_days AS (
    SELECT DISTINCT k.account_id, date_trunc('month', u.day) AS month
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    WHERE k.environment = 'test'
),
moments AS (
    SELECT TIMESTAMP '2026-02-01 00:00:00' AS at UNION ALL SELECT TIMESTAMP '2026-03-01 00:00:00'
    UNION ALL SELECT TIMESTAMP '2026-04-01 00:00:00' UNION ALL SELECT TIMESTAMP '2026-05-01 00:00:00'
),
rows_of_accounts AS (
    SELECT m.at, a.plan_id, a.account_id, count(t.account_id) AS months_used
    FROM moments AS m
    CROSS JOIN accounts AS a
    LEFT JOIN test_days AS t ON t.account_id = a.account_id AND t.month < m.at
    WHERE a.signed_up_at >= TIMESTAMP '{{since}} 00:00:00'
      AND a.signed_up_at < m.at
      AND coalesce(a.closed_at, m.at) >= m.at
    GROUP BY m.at, a.plan_id, a.account_id
)
SELECT CAST(r.at AS DATE) AS month_end,
       coalesce(p.plan, 'all plans') AS plan,
       count(*) AS open_accounts,
       count(*) FILTER (WHERE r.months_used > 0) AS adopters,
       round(count(*) FILTER (WHERE r.months_used > 0) * 100.0 / count(*), 1) AS adoption
FROM rows_of_accounts AS r
JOIN plans AS p ON p.plan_id = r.plan_id
GROUP BY GROUPING SETS ((r.at, p.plan), (r.at))
ORDER BY month_end;
