WITH bad AS (
    SELECT endpoint, date_bin(INTERVAL '{{slot}} minutes', ts) AS began, count(*) AS failed
    FROM requests
    WHERE status >= 500
    GROUP BY endpoint, date_bin(INTERVAL '{{slot}} minutes', ts)
),
numbered AS (
    SELECT endpoint, began, failed,
           CAST(extract(epoch FROM began) AS BIGINT) / {{slot_seconds}} - row_number() OVER (ORDER BY began, endpoint) AS stretch
    FROM bad
),
stretches AS (
    SELECT endpoint,
           min(began) AS began_at,
           max(began) + INTERVAL '{{slot}} minutes' AS ended_at,
           count(*) AS slots,
           sum(failed) AS failed
    FROM numbered
    GROUP BY endpoint, stretch
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY endpoint ORDER BY slots DESC, began_at) AS place
    FROM stretches
)
SELECT endpoint, began_at, ended_at, slots, failed
FROM ranked
WHERE place = 1
ORDER BY slots DESC;
