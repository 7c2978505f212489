-- The answered requests picked with `DISTINCT ON`, the first of each account and {{unit}}; a request that is not among them is refused.
WITH calls AS (
    SELECT r.request_id, r.ts, k.account_id, a.plan_id, date_trunc('{{unit}}', r.ts) AS {{unit}}
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    WHERE concat(r.method, ' ', r.endpoint) = 'GET {{endpoint}}'
),
answered AS (
    SELECT DISTINCT ON (account_id, {{unit}}) account_id, {{unit}}, request_id
    FROM calls
    ORDER BY account_id, {{unit}}, ts, request_id
),
refused AS (
    SELECT c.request_id, c.account_id
    FROM calls AS c
    WHERE NOT EXISTS (SELECT 1 FROM answered AS y WHERE y.request_id = c.request_id)
)
SELECT p.plan,
       count(DISTINCT c.account_id) AS accounts,
       count(DISTINCT x.account_id) AS hit_accounts,
       count(x.request_id) AS refused,
       round(count(x.request_id) * 100.0 / count(*), 2) AS refused_share
FROM calls AS c
JOIN plans AS p ON p.plan_id = c.plan_id
LEFT JOIN refused AS x ON x.request_id = c.request_id
GROUP BY p.plan;
