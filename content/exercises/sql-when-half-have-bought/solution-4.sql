-- The account that completes each {{kind}} is looked up by its place in the queue; those who have not bought stand at the end of it.
WITH queue AS (
    SELECT CAST(date_trunc('month', signed_up_at) AS DATE) AS month,
           CASE WHEN converted_at IS NOT NULL THEN CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE) END AS days,
           row_number() OVER (
               PARTITION BY date_trunc('month', signed_up_at)
               ORDER BY coalesce(CAST(converted_at AS DATE) - CAST(signed_up_at AS DATE), 100000), account_id
           ) AS place
    FROM accounts
    WHERE trial_ends_at IS NOT NULL
      AND date_trunc('month', signed_up_at) BETWEEN TIMESTAMP '2025-10-01 00:00:00' AND TIMESTAMP '2026-03-01 00:00:00'
),
sizes AS (
    SELECT month, count(*) AS accounts, count(days) AS bought,
           ceil({{first}}count(*) / {{parts}}.0) AS first_place, ceil({{second}} * count(*) / {{parts}}.0) AS second_place, ceil({{third}} * count(*) / {{parts}}.0) AS third_place
    FROM queue
    GROUP BY month
)
SELECT s.month, s.accounts, s.bought, a.days AS {{first_column}}, b.days AS {{second_column}}, c.days AS {{third_column}}
FROM sizes AS s
JOIN queue AS a ON a.month = s.month AND a.place = s.first_place
JOIN queue AS b ON b.month = s.month AND b.place = s.second_place
JOIN queue AS c ON c.month = s.month AND c.place = s.third_place
ORDER BY s.month;
