-- The {{third}} best count of each endpoint is the bar; whoever reaches it is in, and nobody is numbered twice.
WITH hit AS (
    SELECT r.method, r.endpoint, k.account_id, count(*) AS failed
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.status >= 500
    GROUP BY r.method, r.endpoint, k.account_id
),
lined_up AS (
    SELECT method, endpoint, failed, row_number() OVER (PARTITION BY method, endpoint ORDER BY failed DESC) AS number
    FROM hit
),
bars AS (
    SELECT method, endpoint, min(failed) AS bar
    FROM lined_up
    WHERE number <= {{places}}
    GROUP BY method, endpoint
),
first_numbers AS (
    SELECT method, endpoint, failed, min(number) AS place
    FROM lined_up
    GROUP BY method, endpoint, failed
)
SELECT h.method, h.endpoint, h.account_id, a.name, h.failed, f.place
FROM hit AS h
JOIN bars AS b ON b.method = h.method AND b.endpoint = h.endpoint
JOIN first_numbers AS f ON f.method = h.method AND f.endpoint = h.endpoint AND f.failed = h.failed
JOIN accounts AS a ON a.account_id = h.account_id
WHERE h.failed >= greatest(b.bar, 2);
