-- Look back: a stretch begins where the bad slot before did not end just here; a running sum numbers them.
WITH bad AS (
    SELECT endpoint, date_bin(INTERVAL '{{slot}} minutes', ts) AS began, count(*) AS failed
    FROM requests
    WHERE status BETWEEN 500 AND 599
    GROUP BY endpoint, date_bin(INTERVAL '{{slot}} minutes', ts)
),
looked AS (
    SELECT *, lag(began) OVER (PARTITION BY endpoint ORDER BY began) AS before
    FROM bad
),
numbered AS (
    SELECT *, sum(CASE WHEN before = began - INTERVAL '{{slot}} minutes' THEN 0 ELSE 1 END) OVER (PARTITION BY endpoint ORDER BY began) AS stretch
    FROM looked
),
stretches AS (
    SELECT endpoint, min(began) AS began_at, max(began) + INTERVAL '{{slot}} minutes' AS ended_at, count(*) AS slots, sum(failed) AS failed
    FROM numbered
    GROUP BY endpoint, stretch
),
longest AS (
    SELECT DISTINCT ON (endpoint) endpoint, began_at, ended_at, slots, failed
    FROM stretches
    ORDER BY endpoint, slots DESC, began_at
)
SELECT *
FROM longest
ORDER BY slots DESC;
