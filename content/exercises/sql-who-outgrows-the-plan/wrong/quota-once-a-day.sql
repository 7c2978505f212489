WITH keys AS (
    SELECT k.account_id,
           sum(k.monthly_quota) AS quota,
           sum(CASE WHEN u.day BETWEEN DATE '2026-03-01' AND DATE '2026-03-31' THEN u.billable ELSE 0 END) AS march,
           sum(CASE WHEN u.day BETWEEN DATE '2026-04-01' AND DATE '2026-04-30' THEN u.billable ELSE 0 END) AS april
    FROM api_keys AS k
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE k.environment = 'live' AND k.revoked_at IS NULL
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
       round(100.0 * s.march / s.quota, 1) AS march_share,
       round(100.0 * s.april / s.quota, 1) AS april_share,
       l.next_plan,
       l.next_usd - l.price_usd AS extra_usd
FROM accounts AS a
JOIN ladder AS l ON l.plan_id = a.plan_id
JOIN keys AS s ON s.account_id = a.account_id
WHERE a.closed_at IS NULL
  AND 10 * s.april >= {{a}} * s.quota
  AND 10 * s.march >= {{m}} * s.quota
ORDER BY april_share DESC;
