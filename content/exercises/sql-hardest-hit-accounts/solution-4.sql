-- How many accounts share each count, and how many stand above it: a running sum over the counts gives the place.
WITH failures AS (
    SELECT r.method, r.endpoint, k.account_id
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.status / 100 = 5
),
hit AS (
    SELECT method, endpoint, account_id, count(*) AS failed
    FROM failures
    GROUP BY method, endpoint, account_id
),
levels AS (
    SELECT method, endpoint, failed, count(*) AS accounts
    FROM hit
    WHERE failed >= 2
    GROUP BY method, endpoint, failed
),
places AS (
    SELECT method, endpoint, failed,
           1 + sum(accounts) OVER (PARTITION BY method, endpoint ORDER BY failed DESC) - accounts AS place
    FROM levels
)
SELECT h.method, h.endpoint, a.account_id, a.name, h.failed, p.place
FROM hit AS h
JOIN places AS p ON p.method = h.method AND p.endpoint = h.endpoint AND p.failed = h.failed
JOIN accounts AS a ON a.account_id = h.account_id
WHERE p.place BETWEEN 1 AND {{places}};
