WITH calls AS (
    SELECT k.account_id, r.ts, r.method || ' ' || r.endpoint AS endpoint, r.status,
           r.status BETWEEN 200 AND 299 AS successful,
           r.ts < TIMESTAMP '{{cut}} 00:00:00' AS earlier
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.ts >= TIMESTAMP '2026-03-01 00:00:00' AND r.ts < TIMESTAMP '2026-03-15 00:00:00'
),
silent AS (
    SELECT account_id,
           count(*) FILTER (WHERE earlier AND successful) AS calls_before,
           max(CASE WHEN successful THEN ts END) AS last_call,
           count(*) FILTER (WHERE NOT earlier) AS refused_since
    FROM calls
    GROUP BY account_id
    HAVING count(*) FILTER (WHERE earlier AND successful) > 0
       AND count(*) FILTER (WHERE NOT earlier AND successful) = 0
),
ranked AS (
    SELECT account_id, endpoint,
           rank() OVER (PARTITION BY account_id ORDER BY count(*) DESC) AS place
    FROM calls
    WHERE earlier AND successful
    GROUP BY account_id, endpoint
)
SELECT s.account_id, a.name, s.calls_before, s.last_call, e.endpoint AS used_most, s.refused_since
FROM silent AS s
JOIN ranked AS e ON e.account_id = s.account_id AND e.place = 1
JOIN accounts AS a ON a.account_id = s.account_id
ORDER BY s.calls_before DESC;
