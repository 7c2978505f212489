-- One row for each live key first, then the keys added up by plan, from the side of the price list.
WITH keys AS (
    SELECT k.key_id, k.account_id, k.monthly_quota, coalesce(sum(u.billable), 0) AS used
    FROM api_keys AS k
    LEFT JOIN usage_daily AS u ON u.key_id = k.key_id AND u.day >= DATE '{{first}}' AND u.day < DATE '{{next}}'
    WHERE k.environment = 'live' AND k.created_at < TIMESTAMP '{{next}} 00:00:00'
    GROUP BY k.key_id, k.account_id, k.monthly_quota, k.revoked_at
    HAVING k.revoked_at IS NULL OR k.revoked_at >= TIMESTAMP '{{next}} 00:00:00'
),
by_plan AS (
    SELECT a.plan_id, count(*) AS live_keys, sum(k.monthly_quota) AS quota, sum(k.used) AS used
    FROM keys AS k
    JOIN accounts AS a ON a.account_id = k.account_id
    GROUP BY a.plan_id
)
SELECT p.plan,
       coalesce(b.live_keys, 0) AS live_keys,
       b.quota,
       coalesce(b.used, 0) AS used,
       round(100 * (1.0 * b.used / b.quota), 1) AS used_share
FROM by_plan AS b
RIGHT JOIN plans AS p ON p.plan_id = b.plan_id;
