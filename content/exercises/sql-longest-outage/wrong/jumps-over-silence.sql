WITH every AS (
    SELECT endpoint, date_bin(INTERVAL '{{slot}} minutes', ts) AS began, count(*) FILTER (WHERE status >= 500) AS failed
    FROM requests GROUP BY endpoint, date_bin(INTERVAL '{{slot}} minutes', ts)
),
placed AS (SELECT *, row_number() OVER (PARTITION BY endpoint ORDER BY began) AS place FROM every),
numbered AS (
    SELECT endpoint, began, failed, place - row_number() OVER (PARTITION BY endpoint ORDER BY began) AS stretch
    FROM placed WHERE failed > 0
),
stretches AS (
    SELECT endpoint, min(began) AS began_at, max(began) + INTERVAL '{{slot}} minutes' AS ended_at, count(*) AS slots, sum(failed) AS failed
    FROM numbered GROUP BY endpoint, stretch
),
ranked AS (SELECT *, row_number() OVER (PARTITION BY endpoint ORDER BY slots DESC, began_at) AS place FROM stretches)
SELECT endpoint, began_at, ended_at, slots, failed FROM ranked WHERE place = 1 ORDER BY slots DESC;
