-- Closures on the days that had any. A quiet day is not there at all.
SELECT CAST(closed_at AS DATE) AS day, count(*) AS closed
FROM accounts
WHERE closed_at >= TIMESTAMP '{{first}} 00:00:00' AND closed_at < TIMESTAMP '{{next}} 00:00:00'
GROUP BY CAST(closed_at AS DATE)
ORDER BY day;
