WITH used AS (
    SELECT a.account_id, a.name, sum(u.requests) AS calls
    FROM usage_daily AS u
    JOIN api_keys AS k ON k.key_id = u.key_id
    JOIN accounts AS a ON a.account_id = k.account_id
    WHERE u.day >= DATE '{{first}}' AND u.day < DATE '{{next}}'
    GROUP BY a.account_id, a.name
),
ranked AS (
    SELECT account_id,
           name,
           calls,
           row_number() OVER (ORDER BY calls DESC, account_id) AS place,
           sum(calls) OVER (ORDER BY calls DESC, account_id) AS running,
           sum(calls) OVER () AS total
    FROM used
)
SELECT place, account_id, name, calls, running, round(100.0 * running / total, 1) AS running_share
FROM ranked
WHERE running <= 0.8 * total
ORDER BY place;
