-- The earlier {{span}}'s successful calls, without the accounts that NOT EXISTS finds in the later one.
WITH successes AS (
    SELECT k.account_id, r.ts, r.method || ' ' || r.endpoint AS endpoint
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.status >= 200 AND r.status < 300
),
before AS (
    SELECT b.*
    FROM successes AS b
    WHERE b.ts < TIMESTAMP '{{cut}} 00:00:00'
      AND NOT EXISTS (
          SELECT 1 FROM successes AS l
          WHERE l.account_id = b.account_id AND l.ts >= TIMESTAMP '{{cut}} 00:00:00'
      )
),
by_endpoint AS (
    SELECT account_id, endpoint, count(*) AS calls, max(ts) AS last_call
    FROM before
    GROUP BY account_id, endpoint
),
told AS (
    SELECT account_id, sum(calls) AS calls_before, max(last_call) AS last_call, max(calls) AS most
    FROM by_endpoint
    GROUP BY account_id
),
favourites AS (
    SELECT e.account_id, min(e.endpoint) AS used_most
    FROM by_endpoint AS e
    JOIN told AS t ON t.account_id = e.account_id AND t.most = e.calls
    GROUP BY e.account_id
),
since AS (
    SELECT k.account_id, count(*) AS refused
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.ts >= TIMESTAMP '{{cut}} 00:00:00'
    GROUP BY k.account_id
)
SELECT t.account_id, a.name, t.calls_before, t.last_call, f.used_most, coalesce(s.refused, 0) AS refused_since
FROM told AS t
JOIN favourites AS f ON f.account_id = t.account_id
JOIN accounts AS a ON a.account_id = t.account_id
LEFT JOIN since AS s ON s.account_id = t.account_id
ORDER BY t.calls_before DESC;
