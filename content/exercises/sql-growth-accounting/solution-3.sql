-- A full grid of accounts and weeks with a 1 or a 0 in it: then every account has a row in every week, the silent ones too.
WITH weeks AS (
    SELECT CAST(w.monday AS DATE) AS week
    FROM generate_series(TIMESTAMP '2025-12-29 00:00:00', TIMESTAMP '{{last}} 00:00:00', INTERVAL '7 days') AS w(monday)
),
owners AS (SELECT DISTINCT account_id FROM api_keys),
active AS (
    SELECT DISTINCT k.account_id, CAST(date_trunc('week', u.day) AS DATE) AS week
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
),
grid AS (
    SELECT o.account_id, w.week, CASE WHEN a.account_id IS NULL THEN 0 ELSE 1 END AS here
    FROM owners AS o
    CROSS JOIN weeks AS w
    LEFT JOIN active AS a ON a.account_id = o.account_id AND a.week = w.week
),
told AS (
    SELECT week, here,
           lag(here) OVER (PARTITION BY account_id ORDER BY week) AS before,
           sum(here) OVER (PARTITION BY account_id ORDER BY week) AS so_far
    FROM grid
)
SELECT week,
       sum(here) AS active,
       count(*) FILTER (WHERE here = 1 AND so_far = 1) AS new,
       count(*) FILTER (WHERE here = 1 AND before = 1) AS kept,
       count(*) FILTER (WHERE here = 1 AND before = 0 AND so_far > 1) AS back,
       count(*) FILTER (WHERE here = 0 AND before = 1) AS lost
FROM told
WHERE week >= DATE '{{first}}'
GROUP BY week
HAVING sum(here) > 0
ORDER BY week;
