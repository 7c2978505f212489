-- A grid of every account and day, so that {{seven}} rows are {{seven}} days; a window over it looks back.
WITH calls AS (
    SELECT k.account_id, CAST(r.ts AS DATE) AS day, r.version
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
),
grid AS (
    SELECT a.account_id, d.day,
           count(c.version) FILTER (WHERE c.version = 'v1') AS one,
           count(c.version) FILTER (WHERE c.version = 'v2') AS two
    FROM (SELECT DISTINCT account_id FROM calls) AS a
    CROSS JOIN (SELECT CAST(value AS DATE) AS day FROM generate_series(TIMESTAMP '2026-03-01 00:00:00', TIMESTAMP '2026-03-14 00:00:00', INTERVAL '1 day')) AS d
    LEFT JOIN calls AS c ON c.account_id = a.account_id AND c.day = d.day
    GROUP BY a.account_id, d.day
),
looked_back AS (
    SELECT day,
           sum(one) OVER {{seven}}_days AS one,
           sum(two) OVER {{seven}}_days AS two
    FROM grid
    WINDOW {{seven}}_days AS (PARTITION BY account_id ORDER BY day ROWS BETWEEN {{before}} PRECEDING AND CURRENT ROW)
)
SELECT day,
       count(*) AS accounts,
       count(*) FILTER (WHERE two > 0) AS v2_accounts,
       count(*) FILTER (WHERE two > 0 AND one > 0) AS both_accounts,
       round(100.0 * count(*) FILTER (WHERE two > 0) / count(*), 1) AS adoption,
       round(100.0 * sum(two) / sum(one + two), 1) AS call_share
FROM looked_back
WHERE one + two > 0 AND day >= DATE '{{from}}'
GROUP BY day
ORDER BY day;
