WITH bad AS (
    SELECT endpoint, date_bin(INTERVAL '{{slot}} minutes', ts) AS began, count(*) AS failed
    FROM requests WHERE status >= 500 GROUP BY endpoint, date_bin(INTERVAL '{{slot}} minutes', ts)
)
SELECT endpoint, min(began) AS began_at, max(began) + INTERVAL '{{slot}} minutes' AS ended_at, count(*) AS slots, sum(failed) AS failed
FROM bad GROUP BY endpoint ORDER BY slots DESC;
