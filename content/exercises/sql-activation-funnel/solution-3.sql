-- One step is made from the one before, so the order holds by construction.
WITH step_1 AS (
    SELECT account_id, CAST(signed_up_at AS DATE) AS day_0, CAST(converted_at AS DATE) AS bought_on
    FROM accounts
    WHERE trial_ends_at IS NOT NULL
      AND date_trunc('month', signed_up_at) BETWEEN TIMESTAMP '{{from}} 00:00:00' AND TIMESTAMP '{{newest}} 00:00:00'
),
step_2 AS (
    SELECT s.*
    FROM step_1 AS s
    WHERE EXISTS (SELECT 1 FROM api_keys AS k WHERE k.account_id = s.account_id AND CAST(k.created_at AS DATE) - s.day_0 <= {{limit}})
),
call_days AS (
    SELECT DISTINCT s.account_id, s.day_0, s.bought_on, u.day
    FROM step_2 AS s
    JOIN api_keys AS k ON k.account_id = s.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE u.billable > 0 AND u.day - s.day_0 <= {{limit}}
),
step_3 AS (SELECT DISTINCT account_id FROM call_days),
step_4 AS (
    SELECT later.account_id, later.day_0, later.bought_on, later.day AS fifth_on
    FROM call_days AS later
    JOIN call_days AS upto ON upto.account_id = later.account_id AND upto.day <= later.day
    GROUP BY later.account_id, later.day_0, later.bought_on, later.day
    HAVING count(*) = 5
),
step_5 AS (SELECT account_id FROM step_4 WHERE bought_on >= fifth_on AND bought_on - day_0 <= {{limit}}),
n AS (
    SELECT (SELECT count(*) FROM step_1) AS n1,
           (SELECT count(*) FROM step_2) AS n2,
           (SELECT count(*) FROM step_3) AS n3,
           (SELECT count(*) FROM step_4) AS n4,
           (SELECT count(*) FROM step_5) AS n5
)
SELECT 1 AS step, n1 AS accounts, round(100.0 * n1 / nullif(n1, 0), 1) AS of_signed_up, NULL AS of_previous FROM n
UNION ALL
SELECT 2, n2, round(100.0 * n2 / nullif(n1, 0), 1), round(100.0 * n2 / nullif(n1, 0), 1) FROM n
UNION ALL
SELECT 3, n3, round(100.0 * n3 / nullif(n1, 0), 1), round(100.0 * n3 / nullif(n2, 0), 1) FROM n
UNION ALL
SELECT 4, n4, round(100.0 * n4 / nullif(n1, 0), 1), round(100.0 * n4 / nullif(n3, 0), 1) FROM n
UNION ALL
SELECT 5, n5, round(100.0 * n5 / nullif(n1, 0), 1), round(100.0 * n5 / nullif(n4, 0), 1) FROM n
ORDER BY step;
