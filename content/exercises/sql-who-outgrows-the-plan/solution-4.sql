-- Candidates as a set of accounts that fit both months, and the next plan as the first of all larger ones.
WITH usable AS (
    SELECT k.account_id, k.key_id, k.monthly_quota
    FROM api_keys AS k
    JOIN accounts AS a ON a.account_id = k.account_id
    WHERE k.environment = 'live' AND k.revoked_at IS NULL AND a.closed_at IS NULL
),
quota AS (SELECT account_id, sum(monthly_quota) AS calls FROM usable GROUP BY account_id HAVING sum(monthly_quota) > 0),
march AS (
    SELECT k.account_id, sum(u.billable) AS used FROM usable AS k JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE u.day >= DATE '2026-03-01' AND u.day < DATE '2026-04-01' GROUP BY k.account_id
),
april AS (
    SELECT k.account_id, sum(u.billable) AS used FROM usable AS k JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE u.day >= DATE '2026-04-01' AND u.day < DATE '2026-05-01' GROUP BY k.account_id
),
above AS (
    SELECT own.plan_id, own.plan, other.plan AS next_plan, other.price_usd - own.price_usd AS extra_usd,
           row_number() OVER (PARTITION BY own.plan_id ORDER BY other.key_quota NULLS LAST) AS place
    FROM plans AS own
    JOIN plans AS other ON other.key_quota > own.key_quota OR (other.key_quota IS NULL AND own.key_quota IS NOT NULL)
    WHERE other.plan <> 'Partner' AND own.plan <> 'Partner'
)
SELECT a.account_id, b.plan,
       round(100 * CAST(m.used AS DOUBLE) / q.calls, 1) AS march_share,
       round(100 * CAST(p.used AS DOUBLE) / q.calls, 1) AS april_share,
       b.next_plan, b.extra_usd
FROM quota AS q
JOIN march AS m ON m.account_id = q.account_id AND m.used >= 0.{{m}} * q.calls
JOIN april AS p ON p.account_id = q.account_id AND p.used >= 0.{{a}} * q.calls
JOIN accounts AS a ON a.account_id = q.account_id
JOIN above AS b ON b.plan_id = a.plan_id AND b.place = 1
ORDER BY april_share DESC;
