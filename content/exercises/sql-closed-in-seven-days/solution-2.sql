-- No window: each day of {{month}} is joined to the accounts that closed in its fourteen days, and each is counted where it belongs.
WITH shown AS (
    SELECT DATE '{{first}}' + CAST(value AS INT) AS day
    FROM generate_series(0, {{moves}})
)
SELECT d.day,
       count(a.account_id) FILTER (WHERE CAST(a.closed_at AS DATE) = d.day) AS closed,
       count(a.account_id) FILTER (WHERE CAST(a.closed_at AS DATE) >= d.day - 6) AS last_7_days,
       round(count(a.account_id) FILTER (WHERE CAST(a.closed_at AS DATE) >= d.day - 6) / 7.0, 2) AS per_day,
       count(a.account_id) FILTER (WHERE CAST(a.closed_at AS DATE) < d.day - 6) AS seven_before
FROM shown AS d
LEFT JOIN accounts AS a ON CAST(a.closed_at AS DATE) BETWEEN d.day - 13 AND d.day
GROUP BY d.day
ORDER BY d.day;
