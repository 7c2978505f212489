-- A frame of time in place of the neighbour: how many requests lie within {{minutes}} minutes before, and around, each one.
WITH calls AS (
    SELECT a.plan_id,
           count(*) OVER (PARTITION BY a.account_id ORDER BY r.ts RANGE BETWEEN INTERVAL '{{minutes}} minutes' PRECEDING AND CURRENT ROW) AS upto,
           count(*) OVER (PARTITION BY a.account_id ORDER BY r.ts RANGE BETWEEN INTERVAL '{{minutes}} minutes' PRECEDING AND INTERVAL '{{minutes}} minutes' FOLLOWING) AS around,
           count(*) OVER (PARTITION BY a.account_id, r.ts) AS together,
           row_number() OVER (PARTITION BY a.account_id, r.ts ORDER BY r.request_id) AS place
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
),
told AS (
    SELECT plan_id,
           count(*) AS requests,
           count(*) FILTER (WHERE upto = together AND place = 1) AS sessions,
           count(*) FILTER (WHERE around = 1) AS singles
    FROM calls
    GROUP BY plan_id
)
SELECT p.plan,
       t.sessions,
       round(1.0 * t.requests / t.sessions, 1) AS requests_per_session,
       round(100.0 * t.singles / t.sessions, 1) AS single_share
FROM told AS t
JOIN plans AS p ON p.plan_id = t.plan_id;
