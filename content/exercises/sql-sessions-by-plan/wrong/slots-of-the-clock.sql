WITH slots AS (
    SELECT p.plan, a.account_id, date_trunc('hour', r.ts) AS hour, CAST(extract(minute FROM r.ts) AS INTEGER) / {{minutes}} AS slot, count(*) AS requests
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    JOIN plans AS p ON p.plan_id = a.plan_id
    GROUP BY p.plan, a.account_id, date_trunc('hour', r.ts), CAST(extract(minute FROM r.ts) AS INTEGER) / {{minutes}}
)
SELECT plan,
       count(*) AS sessions,
       round(1.0 * sum(requests) / count(*), 1) AS requests_per_session,
       round(100.0 * count(*) FILTER (WHERE requests = 1) / count(*), 1) AS single_share
FROM slots
GROUP BY plan;
