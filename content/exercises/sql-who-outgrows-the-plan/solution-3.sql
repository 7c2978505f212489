-- The ladder written as numbered rungs, and everything an account used and may use on one row with FILTER.
WITH rungs AS (
    SELECT plan_id, plan, price_usd, row_number() OVER (ORDER BY CASE WHEN key_quota IS NULL THEN 1 ELSE 0 END, key_quota) AS rung
    FROM plans
    WHERE plan IN ('Free', 'Starter', 'Growth', 'Scale', 'Enterprise')
),
per_key AS (
    SELECT k.account_id, k.key_id, k.monthly_quota,
           coalesce(sum(u.billable) FILTER (WHERE extract(month FROM u.day) = 3), 0) AS march,
           coalesce(sum(u.billable) FILTER (WHERE extract(month FROM u.day) = 4), 0) AS april
    FROM api_keys AS k
    LEFT JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE k.environment = 'live' AND k.revoked_at IS NULL
    GROUP BY k.account_id, k.key_id, k.monthly_quota
),
per_account AS (
    SELECT account_id, sum(monthly_quota) AS quota, sum(march) AS march, sum(april) AS april
    FROM per_key
    GROUP BY account_id
)
SELECT a.account_id, r.plan,
       round(x.march * 100.0 / x.quota, 1) AS march_share,
       round(x.april * 100.0 / x.quota, 1) AS april_share,
       n.plan AS next_plan,
       n.price_usd - r.price_usd AS extra_usd
FROM per_account AS x
JOIN accounts AS a ON a.account_id = x.account_id
JOIN rungs AS r ON r.plan_id = a.plan_id
JOIN rungs AS n ON n.rung = r.rung + 1
WHERE x.quota > 0
  AND x.april * 100 >= x.quota * {{april}}
  AND x.march * 100 >= x.quota * {{march}}
  AND a.closed_at IS NULL
ORDER BY april_share DESC;
