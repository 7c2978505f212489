-- The brief's rule as it stands: count those with more, and keep whoever has fewer than {{three}} above.
WITH hit AS (
    SELECT r.method, r.endpoint, a.account_id, a.name, sum(CASE WHEN r.status BETWEEN 500 AND 599 THEN 1 ELSE 0 END) AS failed
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    GROUP BY r.method, r.endpoint, a.account_id, a.name
)
SELECT h.method, h.endpoint, h.account_id, h.name, h.failed, count(above.account_id) + 1 AS place
FROM hit AS h
LEFT JOIN hit AS above ON above.method = h.method AND above.endpoint = h.endpoint AND above.failed > h.failed
WHERE h.failed > 1
GROUP BY h.method, h.endpoint, h.account_id, h.name, h.failed
HAVING count(above.account_id) < {{places}};
