-- One row for each account and month, joined to itself; the next plan is the cheapest rung above, found by NOT EXISTS.
WITH sold AS (
    SELECT plan_id, plan, price_usd, coalesce(key_quota, 1000000000) AS rung
    FROM plans
    WHERE plan_id <> 6
),
steps AS (
    SELECT lo.plan_id, lo.plan, lo.price_usd, hi.plan AS next_plan, hi.price_usd AS next_usd
    FROM sold AS lo
    JOIN sold AS hi ON hi.rung > lo.rung
    WHERE NOT EXISTS (SELECT 1 FROM sold AS mid WHERE mid.rung > lo.rung AND mid.rung < hi.rung)
),
monthly AS (
    SELECT k.account_id, date_trunc('month', u.day) AS month, sum(u.billable) AS used
    FROM api_keys AS k
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE k.environment = 'live' AND k.revoked_at IS NULL
    GROUP BY k.account_id, date_trunc('month', u.day)
),
allowed AS (
    SELECT account_id, sum(monthly_quota) AS quota
    FROM api_keys
    WHERE environment = 'live' AND revoked_at IS NULL
    GROUP BY account_id
    HAVING sum(monthly_quota) > 0
),
shares AS (
    SELECT m.account_id, m.month, 100.0 * m.used / q.quota AS share
    FROM monthly AS m
    JOIN allowed AS q ON q.account_id = m.account_id
)
SELECT a.account_id, t.plan,
       round(m.share, 1) AS march_share,
       round(p.share, 1) AS april_share,
       t.next_plan,
       t.next_usd - t.price_usd AS extra_usd
FROM shares AS p
JOIN shares AS m ON m.account_id = p.account_id AND m.month = TIMESTAMP '2026-03-01 00:00:00'
JOIN accounts AS a ON a.account_id = p.account_id
JOIN steps AS t ON t.plan_id = a.plan_id
WHERE p.month = TIMESTAMP '2026-04-01 00:00:00'
  AND p.share >= {{april}} AND m.share >= {{march}}
  AND a.closed_at IS NULL
ORDER BY p.share DESC;
