-- How far did each account come? A list of the steps then counts everybody who came at least that far.
WITH trials AS (
    SELECT account_id, CAST(signed_up_at AS DATE) AS day_0, CAST(converted_at AS DATE) AS bought_on
    FROM accounts
    WHERE trial_ends_at IS NOT NULL
      AND CAST(signed_up_at AS DATE) BETWEEN DATE '{{from}}' AND DATE '{{last}}'
),
keyed AS (
    SELECT DISTINCT t.account_id
    FROM trials AS t
    JOIN api_keys AS k ON k.account_id = t.account_id
    WHERE CAST(k.created_at AS DATE) <= t.day_0 + INTERVAL '{{limit}} days'
),
call_days AS (
    SELECT t.account_id, u.day, dense_rank() OVER (PARTITION BY t.account_id ORDER BY u.day) AS place
    FROM trials AS t
    JOIN api_keys AS k ON k.account_id = t.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE u.billable > 0 AND u.day <= t.day_0 + INTERVAL '{{limit}} days'
),
reached AS (
    SELECT account_id, max(place) AS days, min(day) FILTER (WHERE place = 5) AS fifth_on
    FROM call_days
    GROUP BY account_id
),
depth AS (
    SELECT t.account_id,
           CASE WHEN keyed.account_id IS NULL THEN 1
                WHEN r.days IS NULL THEN 2
                WHEN r.days < 5 THEN 3
                WHEN t.bought_on BETWEEN r.fifth_on AND t.day_0 + INTERVAL '{{limit}} days' THEN 5
                ELSE 4 END AS furthest
    FROM trials AS t
    LEFT JOIN keyed ON keyed.account_id = t.account_id
    LEFT JOIN reached AS r ON r.account_id = t.account_id
),
counted AS (
    SELECT s.step, count(d.account_id) AS accounts
    FROM (VALUES (1), (2), (3), (4), (5)) AS s(step)
    LEFT JOIN depth AS d ON d.furthest >= s.step
    GROUP BY s.step
)
SELECT now.step,
       now.accounts,
       round(now.accounts * 100.0 / nullif((SELECT count(*) FROM trials), 0), 1) AS of_signed_up,
       round(now.accounts * 100.0 / nullif(before.accounts, 0), 1) AS of_previous
FROM counted AS now
LEFT JOIN counted AS before ON before.step = now.step - 1
ORDER BY now.step;
