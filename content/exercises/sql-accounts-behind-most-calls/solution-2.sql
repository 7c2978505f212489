-- The share reached before each row, from a frame that ends one row earlier; the first row has nothing before it.
WITH used AS (
    SELECT k.account_id, sum(u.requests) AS calls
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    WHERE u.day BETWEEN DATE '{{first}}' AND DATE '{{last}}'
    GROUP BY k.account_id
),
stepped AS (
    SELECT *,
           row_number() OVER steps AS place,
           coalesce(sum(calls) OVER (ORDER BY calls DESC, account_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM used
    WINDOW steps AS (ORDER BY calls DESC, account_id)
)
SELECT s.place, s.account_id, a.name, s.calls, s.before + s.calls AS running,
       round((s.before + s.calls) * 100.0 / (SELECT sum(calls) FROM used), 1) AS running_share
FROM stepped AS s
JOIN accounts AS a ON a.account_id = s.account_id
WHERE s.before * 10 < (SELECT sum(calls) FROM used) * 8
ORDER BY s.place;
