WITH keys AS (
    SELECT key_id, account_id, monthly_quota
    FROM api_keys
    WHERE revoked_at IS NULL
),
quotas AS (
    SELECT account_id, sum(monthly_quota) AS quota
    FROM keys
    GROUP BY account_id
),
used AS (
    SELECT k.account_id,
           sum(CASE WHEN u.day BETWEEN DATE '2026-03-01' AND DATE '2026-03-31' THEN u.billable ELSE 0 END) AS march,
           sum(CASE WHEN u.day BETWEEN DATE '2026-04-01' AND DATE '2026-04-30' THEN u.billable ELSE 0 END) AS april
    FROM usage_daily AS u
    JOIN keys AS k ON k.key_id = u.key_id
    GROUP BY k.account_id
),
ladder AS (
    SELECT plan_id, plan, price_usd,
           lead(plan) OVER (ORDER BY key_quota NULLS LAST) AS next_plan,
           lead(price_usd) OVER (ORDER BY key_quota NULLS LAST) AS next_usd
    FROM plans
    WHERE plan <> 'Partner'
)
SELECT a.account_id, l.plan,
       round(100.0 * s.march / z.quota, 1) AS march_share,
       round(100.0 * s.april / z.quota, 1) AS april_share,
       l.next_plan,
       l.next_usd - l.price_usd AS extra_usd
FROM accounts AS a
JOIN ladder AS l ON l.plan_id = a.plan_id
JOIN quotas AS z ON z.account_id = a.account_id
JOIN used AS s ON s.account_id = a.account_id
WHERE a.closed_at IS NULL
  AND 10 * s.april >= {{a}} * z.quota
  AND 10 * s.march >= {{m}} * z.quota
ORDER BY april_share DESC;
