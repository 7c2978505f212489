-- Two sets of accounts, one taken from the other with EXCEPT.
WITH gone AS (
    SELECT k.account_id
    FROM requests AS r JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.status / 100 = 2 AND CAST(r.ts AS DATE) BETWEEN DATE '2026-03-01' AND DATE '{{last}}'
    EXCEPT
    SELECT k.account_id
    FROM requests AS r JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.status / 100 = 2 AND CAST(r.ts AS DATE) BETWEEN DATE '{{cut}}' AND DATE '2026-03-14'
),
rows_of_gone AS (
    SELECT g.account_id, CAST(r.ts AS DATE) >= DATE '{{cut}}' AS later, r.status, r.ts, concat(r.method, ' ', r.endpoint) AS endpoint
    FROM gone AS g
    JOIN api_keys AS k ON k.account_id = g.account_id
    JOIN requests AS r ON r.key_id = k.key_id
),
counted AS (
    SELECT account_id, endpoint, count(*) AS calls
    FROM rows_of_gone
    WHERE NOT later AND status / 100 = 2
    GROUP BY account_id, endpoint
),
favourite AS (
    SELECT DISTINCT account_id, first_value(endpoint) OVER (PARTITION BY account_id ORDER BY calls DESC, endpoint) AS used_most
    FROM counted
)
SELECT x.account_id, a.name,
       sum(CASE WHEN NOT x.later AND x.status / 100 = 2 THEN 1 ELSE 0 END) AS calls_before,
       max(CASE WHEN x.status / 100 = 2 THEN x.ts END) AS last_call,
       min(f.used_most) AS used_most,
       sum(CASE WHEN x.later THEN 1 ELSE 0 END) AS refused_since
FROM rows_of_gone AS x
JOIN accounts AS a ON a.account_id = x.account_id
JOIN favourite AS f ON f.account_id = x.account_id
GROUP BY x.account_id, a.name
ORDER BY calls_before DESC;
