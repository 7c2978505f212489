WITH calls AS (
    SELECT p.plan, a.account_id, r.request_id, r.ts,
           lag(r.ts) OVER (PARTITION BY a.account_id ORDER BY r.ts, r.request_id) AS before
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    JOIN plans AS p ON p.plan_id = a.plan_id
),
numbered AS (
    SELECT plan, account_id,
           sum(CASE WHEN before IS NULL OR ts - before >= INTERVAL '{{minutes}} minutes' THEN 1 ELSE 0 END)
               OVER (PARTITION BY account_id ORDER BY ts, request_id) AS session
    FROM calls
),
sessions AS (
    SELECT plan, account_id, session, count(*) AS requests
    FROM numbered
    GROUP BY plan, account_id, session
)
SELECT plan,
       count(*) AS sessions,
       round(1.0 * sum(requests) / count(*), 1) AS requests_per_session,
       round(100.0 * count(*) FILTER (WHERE requests = 1) / count(*), 1) AS single_share
FROM sessions
GROUP BY plan;
