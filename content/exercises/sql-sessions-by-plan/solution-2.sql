-- No session needs a number: it is one request that begins it, and a single is a request that begins one and ends it.
WITH calls AS (
    SELECT k.account_id, r.ts,
           coalesce(lag(r.ts) OVER line, TIMESTAMP '2000-01-01 00:00:00') AS before,
           coalesce(lead(r.ts) OVER line, TIMESTAMP '2100-01-01 00:00:00') AS after
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WINDOW line AS (PARTITION BY k.account_id ORDER BY r.ts, r.request_id)
)
SELECT p.plan,
       count(*) FILTER (WHERE c.ts > c.before + INTERVAL '{{minutes}} minutes') AS sessions,
       round(count(*) * 1.0 / count(*) FILTER (WHERE c.ts > c.before + INTERVAL '{{minutes}} minutes'), 1) AS requests_per_session,
       round(100.0 * count(*) FILTER (WHERE c.ts > c.before + INTERVAL '{{minutes}} minutes' AND c.after > c.ts + INTERVAL '{{minutes}} minutes')
                   / count(*) FILTER (WHERE c.ts > c.before + INTERVAL '{{minutes}} minutes'), 1) AS single_share
FROM calls AS c
JOIN accounts AS a ON a.account_id = c.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
GROUP BY p.plan;
