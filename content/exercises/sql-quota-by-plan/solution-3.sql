-- Each figure from a subquery of its own; `NOT` turns the condition of the revoked around.
WITH live AS (
    SELECT k.key_id, a.plan_id, k.monthly_quota
    FROM api_keys AS k
    JOIN accounts AS a ON a.account_id = k.account_id
    WHERE k.environment = 'live'
      AND CAST(k.created_at AS DATE) <= DATE '{{last}}'
      AND NOT coalesce(k.revoked_at < TIMESTAMP '{{next}} 00:00:00', false)
),
told AS (
    SELECT p.plan_id, p.plan,
           (SELECT count(*) FROM live AS l WHERE l.plan_id = p.plan_id) AS live_keys,
           (SELECT sum(l.monthly_quota) FROM live AS l WHERE l.plan_id = p.plan_id) AS quota,
           (SELECT sum(u.billable)
            FROM live AS l
            JOIN usage_daily AS u ON u.key_id = l.key_id
            WHERE l.plan_id = p.plan_id AND date_trunc('month', u.day) = DATE '{{first}}') AS used
    FROM plans AS p
)
SELECT plan,
       live_keys,
       quota,
       coalesce(used, 0) AS used,
       CASE WHEN quota IS NOT NULL THEN round(100.0 * coalesce(used, 0) / quota, 1) END AS used_share
FROM told;
