-- One summary for the keys and one for the usage, put beside each other plan by plan.
WITH live AS (
    SELECT k.key_id, k.monthly_quota, a.plan_id
    FROM api_keys AS k
    JOIN accounts AS a ON a.account_id = k.account_id
    WHERE k.environment = 'live'
      AND k.created_at < TIMESTAMP '{{next}} 00:00:00'
      AND coalesce(k.revoked_at, TIMESTAMP '2100-01-01 00:00:00') >= TIMESTAMP '{{next}} 00:00:00'
),
allowed AS (
    SELECT plan_id, count(*) AS live_keys, sum(monthly_quota) AS quota
    FROM live
    GROUP BY plan_id
),
spent AS (
    SELECT live.plan_id, sum(u.billable) AS used
    FROM usage_daily AS u
    JOIN live ON live.key_id = u.key_id
    WHERE u.day >= DATE '{{first}}' AND u.day < DATE '{{next}}'
    GROUP BY live.plan_id
)
SELECT p.plan,
       coalesce(allowed.live_keys, 0) AS live_keys,
       allowed.quota,
       coalesce(spent.used, 0) AS used,
       round(coalesce(spent.used, 0) * 100.0 / allowed.quota, 1) AS used_share
FROM plans AS p
LEFT JOIN allowed ON allowed.plan_id = p.plan_id
LEFT JOIN spent ON spent.plan_id = p.plan_id;
