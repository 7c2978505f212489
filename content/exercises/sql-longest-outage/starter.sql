-- All failed requests of a path, from the first to the last. Nothing here says which belong together.
SELECT endpoint, min(ts) AS began_at, max(ts) AS ended_at, count(*) AS failed
FROM requests
WHERE status >= 500
GROUP BY endpoint;
