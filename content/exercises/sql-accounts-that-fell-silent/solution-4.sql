-- A left join from the earlier {{span}} to the later one, kept where the right side is missing.
WITH weekly AS (
    SELECT k.account_id,
           CASE WHEN r.ts < TIMESTAMP '{{cut}} 00:00:00' THEN 1 ELSE 2 END AS week,
           sum(CASE WHEN r.status BETWEEN 200 AND 299 THEN 1 ELSE 0 END) AS calls,
           count(*) AS attempts,
           max(CASE WHEN r.status BETWEEN 200 AND 299 THEN r.ts END) AS last_call
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    GROUP BY k.account_id, CASE WHEN r.ts < TIMESTAMP '{{cut}} 00:00:00' THEN 1 ELSE 2 END
),
used AS (
    SELECT k.account_id, r.method || ' ' || r.endpoint AS endpoint, count(*) AS calls
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.ts < TIMESTAMP '{{cut}} 00:00:00' AND r.status BETWEEN 200 AND 299
    GROUP BY k.account_id, r.method || ' ' || r.endpoint
),
best AS (
    SELECT u.account_id, u.endpoint
    FROM used AS u
    LEFT JOIN used AS o ON o.account_id = u.account_id AND (o.calls > u.calls OR (o.calls = u.calls AND o.endpoint < u.endpoint))
    WHERE o.endpoint IS NULL
)
SELECT w.account_id, a.name, w.calls AS calls_before, w.last_call, b.endpoint AS used_most, coalesce(s.attempts, 0) AS refused_since
FROM weekly AS w
JOIN accounts AS a ON a.account_id = w.account_id
JOIN best AS b ON b.account_id = w.account_id
LEFT JOIN weekly AS l ON l.account_id = w.account_id AND l.week = 2 AND l.calls > 0
LEFT JOIN weekly AS s ON s.account_id = w.account_id AND s.week = 2
WHERE w.week = 1 AND w.calls > 0 AND l.account_id IS NULL
ORDER BY calls_before DESC;
