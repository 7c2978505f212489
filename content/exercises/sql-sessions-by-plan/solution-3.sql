-- The beginnings as a list of their own; a session holds the requests from its beginning to before the next.
WITH calls AS (
    SELECT k.account_id, r.request_id, r.ts, row_number() OVER (PARTITION BY k.account_id ORDER BY r.ts, r.request_id) AS place
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
),
beginnings AS (
    SELECT c.account_id, c.place
    FROM calls AS c
    LEFT JOIN calls AS p ON p.account_id = c.account_id AND p.place = c.place - 1
    WHERE p.ts IS NULL OR c.ts - p.ts > INTERVAL '{{minutes}} minutes'
),
sized AS (
    SELECT b.account_id, b.place,
           coalesce(lead(b.place) OVER (PARTITION BY b.account_id ORDER BY b.place),
                    (SELECT max(c.place) + 1 FROM calls AS c WHERE c.account_id = b.account_id)) - b.place AS requests
    FROM beginnings AS b
)
SELECT p.plan,
       count(*) AS sessions,
       round(avg(s.requests), 1) AS requests_per_session,
       round(avg(CASE WHEN s.requests = 1 THEN 100.0 ELSE 0.0 END), 1) AS single_share
FROM sized AS s
JOIN accounts AS a ON a.account_id = s.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
GROUP BY p.plan;
