WITH active AS (
    SELECT DISTINCT k.account_id, u.day, a.signed_up_at
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    WHERE a.signed_up_at >= TIMESTAMP '2026-01-01 00:00:00'
),
counted AS (
    SELECT account_id, day, min(day) OVER (PARTITION BY account_id) AS first_day,
           CAST(date_trunc('week', signed_up_at) AS DATE) AS cohort_week
    FROM active
),
by_account AS (
    SELECT account_id, cohort_week,
           max(CASE WHEN day BETWEEN first_day + INTERVAL '{{from}} days' AND first_day + INTERVAL '{{until}} days' THEN 1 ELSE 0 END) AS returned
    FROM counted GROUP BY account_id, cohort_week
)
SELECT cohort_week, count(*) AS accounts, sum(returned) AS returned, round(100.0 * sum(returned) / count(*), 1) AS retention
FROM by_account WHERE cohort_week <= DATE '{{last}}'
GROUP BY cohort_week ORDER BY cohort_week;
