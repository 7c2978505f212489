-- Closures on the days that had any. A quiet day is not there at all.
SELECT CAST(closed_at AS DATE) AS day, count(*) AS closed
FROM accounts
WHERE closed_at >= TIMESTAMP '2026-04-01 00:00:00'
GROUP BY CAST(closed_at AS DATE)
ORDER BY day;
