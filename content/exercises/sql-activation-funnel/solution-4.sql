-- Day numbers instead of dates: one wide row for each account, one wide row of five sums, and a list of the steps to spread it.
WITH trials AS (
    SELECT account_id,
           CAST(signed_up_at AS DATE) AS day_0,
           CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE) AS bought
    FROM accounts
    WHERE trial_ends_at IS NOT NULL
      AND signed_up_at >= TIMESTAMP '{{from}} 00:00:00'
      AND signed_up_at < TIMESTAMP '{{until}} 00:00:00'
),
keys AS (
    SELECT t.account_id, min(CAST(k.created_at AS DATE) - t.day_0) AS keyed
    FROM trials AS t
    JOIN api_keys AS k ON k.account_id = t.account_id
    GROUP BY t.account_id
),
days AS (
    SELECT t.account_id, u.day - t.day_0 AS number
    FROM trials AS t
    JOIN api_keys AS k ON k.account_id = t.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE u.billable > 0
    GROUP BY t.account_id, u.day - t.day_0
    HAVING u.day - t.day_0 BETWEEN 0 AND {{limit}}
),
placed AS (SELECT account_id, number, rank() OVER (PARTITION BY account_id ORDER BY number) AS place FROM days),
fifths AS (SELECT account_id, number AS fifth FROM placed WHERE place = 5),
firsts AS (SELECT account_id, number AS first FROM placed WHERE place = 1),
told AS (
    SELECT count(*) AS s1,
           count(CASE WHEN k.keyed BETWEEN 0 AND {{limit}} THEN 1 END) AS s2,
           count(CASE WHEN k.keyed BETWEEN 0 AND {{limit}} THEN f.first END) AS s3,
           count(CASE WHEN k.keyed BETWEEN 0 AND {{limit}} THEN v.fifth END) AS s4,
           count(CASE WHEN k.keyed BETWEEN 0 AND {{limit}} AND t.bought BETWEEN v.fifth AND {{limit}} THEN 1 END) AS s5
    FROM trials AS t
    LEFT JOIN keys AS k ON k.account_id = t.account_id
    LEFT JOIN firsts AS f ON f.account_id = t.account_id
    LEFT JOIN fifths AS v ON v.account_id = t.account_id
),
steps AS (
    SELECT s.step,
           CASE s.step WHEN 1 THEN s1 WHEN 2 THEN s2 WHEN 3 THEN s3 WHEN 4 THEN s4 ELSE s5 END AS accounts,
           CASE s.step WHEN 2 THEN s1 WHEN 3 THEN s2 WHEN 4 THEN s3 WHEN 5 THEN s4 END AS previous,
           s1
    FROM told
    CROSS JOIN (VALUES (1), (2), (3), (4), (5)) AS s(step)
)
SELECT step,
       accounts,
       round(100.0 * accounts / nullif(s1, 0), 1) AS of_signed_up,
       round(100.0 * accounts / nullif(previous, 0), 1) AS of_previous
FROM steps
ORDER BY step;
