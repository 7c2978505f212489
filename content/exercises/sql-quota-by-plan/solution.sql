WITH monthly AS (
    SELECT key_id, sum(billable) AS used
    FROM usage_daily
    WHERE day BETWEEN DATE '{{first}}' AND DATE '{{last}}'
    GROUP BY key_id
)
SELECT p.plan,
       count(k.key_id) AS live_keys,
       sum(k.monthly_quota) AS quota,
       coalesce(sum(monthly.used), 0) AS used,
       round(100.0 * coalesce(sum(monthly.used), 0) / sum(k.monthly_quota), 1) AS used_share
FROM plans AS p
LEFT JOIN accounts AS a ON a.plan_id = p.plan_id
LEFT JOIN api_keys AS k
       ON k.account_id = a.account_id
      AND k.environment = 'live'
      AND k.created_at < TIMESTAMP '{{next}} 00:00:00'
      AND (k.revoked_at IS NULL OR k.revoked_at >= TIMESTAMP '{{next}} 00:00:00')
LEFT JOIN monthly ON monthly.key_id = k.key_id
GROUP BY p.plan_id, p.plan;
