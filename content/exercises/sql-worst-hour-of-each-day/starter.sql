-- Requests to `/charges` in each hour. Missing: the failures, the quiet hours left out, and the worst hour of each day.
SELECT CAST(ts AS DATE) AS day, extract(hour FROM ts) AS hour, count(*) AS requests
FROM requests
WHERE endpoint = '/charges'
  AND ts >= TIMESTAMP '2026-03-01 00:00:00'
  AND ts < TIMESTAMP '2026-03-15 00:00:00'
GROUP BY CAST(ts AS DATE), extract(hour FROM ts)
ORDER BY day, hour;
