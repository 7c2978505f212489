WITH active AS (
    SELECT DISTINCT k.account_id, u.day
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    WHERE a.signed_up_at >= TIMESTAMP '2026-01-01 00:00:00'
),
counted AS (SELECT account_id, day, min(day) OVER (PARTITION BY account_id) AS first_day FROM active),
by_account AS (
    SELECT account_id, CAST(date_trunc('week', first_day) AS DATE) AS cohort_week,
           max(CASE WHEN day BETWEEN first_day + INTERVAL '{{from}} days' AND first_day + INTERVAL '{{until}} days' THEN 1 ELSE 0 END) AS returned
    FROM counted GROUP BY account_id, first_day
)
SELECT cohort_week, count(*) AS accounts, sum(returned) AS returned, round(100.0 * sum(returned) / count(*), 1) AS retention
FROM by_account
GROUP BY cohort_week ORDER BY cohort_week;
