-- One row for each account with a 1, a 0 or nothing for each week; a share is then an average.
WITH weeks AS (
    SELECT a.account_id,
           date_trunc('week', a.signed_up_at) AS monday,
           date_trunc('week', u.day) AS used_in
    FROM accounts AS a
    LEFT JOIN api_keys AS k ON k.account_id = a.account_id
    LEFT JOIN usage_daily AS u ON u.key_id = k.key_id AND u.billable > 0
    WHERE a.signed_up_at >= TIMESTAMP '{{c1}} 00:00:00' AND a.signed_up_at < TIMESTAMP '{{next}} 00:00:00'
),
flags AS (
    SELECT account_id, monday,
           max(CASE WHEN used_in = monday THEN 1.0 ELSE 0.0 END) AS f0,
           max(CASE WHEN monday > TIMESTAMP '{{c5}} 00:00:00' THEN NULL WHEN used_in = monday + INTERVAL '7 days' THEN 1.0 ELSE 0.0 END) AS f1,
           max(CASE WHEN monday > TIMESTAMP '{{c4}} 00:00:00' THEN NULL WHEN used_in = monday + INTERVAL '14 days' THEN 1.0 ELSE 0.0 END) AS f2,
           max(CASE WHEN monday > TIMESTAMP '{{c3}} 00:00:00' THEN NULL WHEN used_in = monday + INTERVAL '21 days' THEN 1.0 ELSE 0.0 END) AS f3,
           max(CASE WHEN monday > TIMESTAMP '{{c2}} 00:00:00' THEN NULL WHEN used_in = monday + INTERVAL '28 days' THEN 1.0 ELSE 0.0 END) AS f4,
           max(CASE WHEN monday > TIMESTAMP '{{c1}} 00:00:00' THEN NULL WHEN used_in = monday + INTERVAL '35 days' THEN 1.0 ELSE 0.0 END) AS f5
    FROM weeks
    GROUP BY account_id, monday
)
SELECT CAST(monday AS DATE) AS cohort_week,
       count(*) AS accounts,
       round(100 * avg(f0), 1) AS week_0,
       round(100 * avg(f1), 1) AS week_1,
       round(100 * avg(f2), 1) AS week_2,
       round(100 * avg(f3), 1) AS week_3,
       round(100 * avg(f4), 1) AS week_4,
       round(100 * avg(f5), 1) AS week_5
FROM flags
GROUP BY monday
ORDER BY cohort_week;
