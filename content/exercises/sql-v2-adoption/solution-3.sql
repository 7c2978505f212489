-- Forward instead of back: a day of use is copied into the {{seven}} {{span}}s that it belongs to.
WITH days AS (
    SELECT k.account_id, CAST(r.ts AS DATE) AS day,
           sum(CASE r.version WHEN 'v1' THEN 1 ELSE 0 END) AS one,
           sum(CASE r.version WHEN 'v2' THEN 1 ELSE 0 END) AS two
    FROM api_keys AS k
    JOIN requests AS r ON r.key_id = k.key_id
    GROUP BY k.account_id, CAST(r.ts AS DATE)
),
copies AS (
    SELECT d.day + n.later AS day, d.account_id, sum(d.one) AS one, sum(d.two) AS two
    FROM days AS d
    CROSS JOIN (VALUES {{copies}}) AS n(later)
    GROUP BY d.day + n.later, d.account_id
)
SELECT day,
       count(account_id) AS accounts,
       sum(CASE WHEN two > 0 THEN 1 ELSE 0 END) AS v2_accounts,
       sum(CASE WHEN least(one, two) > 0 THEN 1 ELSE 0 END) AS both_accounts,
       round(100 * avg(CASE WHEN two > 0 THEN 1.0 ELSE 0.0 END), 1) AS adoption,
       round(sum(two) * 100.0 / sum(one + two), 1) AS call_share
FROM copies
WHERE day BETWEEN DATE '{{from}}' AND DATE '2026-03-14'
GROUP BY day
ORDER BY day;
