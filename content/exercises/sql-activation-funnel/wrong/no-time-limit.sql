WITH trials AS (
    SELECT account_id, CAST(signed_up_at AS DATE) AS day_0, CAST(converted_at AS DATE) AS bought_on
    FROM accounts
    WHERE trial_ends_at IS NOT NULL
      AND signed_up_at >= TIMESTAMP '{{from}} 00:00:00'
      AND signed_up_at < TIMESTAMP '{{until}} 00:00:00'
),
first_keys AS (
    SELECT account_id, CAST(min(created_at) AS DATE) AS key_on
    FROM api_keys
    GROUP BY account_id
),
call_days AS (
    SELECT DISTINCT k.account_id, u.day
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    WHERE u.billable > 0
),
numbered AS (
    SELECT account_id, day, row_number() OVER (PARTITION BY account_id ORDER BY day) AS place
    FROM call_days
),
calls AS (
    SELECT account_id,
           min(CASE WHEN place = 1 THEN day END) AS first_on,
           min(CASE WHEN place = 5 THEN day END) AS fifth_on
    FROM numbered
    GROUP BY account_id
),
journeys AS (
    SELECT t.day_0 + INTERVAL '{{limit}} days' AS last_day, k.key_on, c.first_on, c.fifth_on, t.bought_on
    FROM trials AS t
    LEFT JOIN first_keys AS k ON k.account_id = t.account_id
    LEFT JOIN calls AS c ON c.account_id = t.account_id
),
steps AS (
    SELECT 1 AS step, count(*) AS accounts FROM journeys
    UNION ALL
    SELECT 2, count(*) FROM journeys WHERE key_on IS NOT NULL
    UNION ALL
    SELECT 3, count(*) FROM journeys WHERE first_on IS NOT NULL
    UNION ALL
    SELECT 4, count(*) FROM journeys WHERE fifth_on IS NOT NULL
    UNION ALL
    SELECT 5, count(*) FROM journeys WHERE fifth_on IS NOT NULL AND bought_on >= fifth_on
)
SELECT step,
       accounts,
       round(100.0 * accounts / max(accounts) OVER (), 1) AS of_signed_up,
       round(100.0 * accounts / lag(accounts) OVER (ORDER BY step), 1) AS of_previous
FROM steps
ORDER BY step;
