WITH hit AS (
    SELECT r.method, r.endpoint, k.account_id, count(*) AS failed
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.status = 500
    GROUP BY r.method, r.endpoint, k.account_id
    HAVING count(*) >= 2
),
placed AS (
    SELECT *, rank() OVER (PARTITION BY method, endpoint ORDER BY failed DESC) AS place
    FROM hit
)
SELECT p.method, p.endpoint, p.account_id, a.name, p.failed, p.place
FROM placed AS p
JOIN accounts AS a ON a.account_id = p.account_id
WHERE p.place <= {{places}};
