-- Beginnings have no bad slot before them, ends none after them; the first end that is not before a beginning belongs to it.
WITH bad AS (
    SELECT endpoint, CAST(extract(epoch FROM ts) AS BIGINT) / {{slot_seconds}} AS slot, count(*) AS failed
    FROM requests
    WHERE status >= 500
    GROUP BY endpoint, CAST(extract(epoch FROM ts) AS BIGINT) / {{slot_seconds}}
),
begins AS (
    SELECT b.endpoint, b.slot
    FROM bad AS b
    LEFT JOIN bad AS p ON p.endpoint = b.endpoint AND p.slot = b.slot - 1
    WHERE p.slot IS NULL
),
ends AS (
    SELECT b.endpoint, b.slot
    FROM bad AS b
    LEFT JOIN bad AS n ON n.endpoint = b.endpoint AND n.slot = b.slot + 1
    WHERE n.slot IS NULL
),
stretches AS (
    SELECT f.endpoint, f.slot AS first_slot, min(t.slot) AS last_slot
    FROM begins AS f
    JOIN ends AS t ON t.endpoint = f.endpoint AND t.slot >= f.slot
    GROUP BY f.endpoint, f.slot
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY endpoint ORDER BY last_slot - first_slot DESC, first_slot) AS place
    FROM stretches
)
SELECT r.endpoint,
       date_bin(INTERVAL '{{slot}} minutes', to_timestamp_seconds(r.first_slot * {{slot_seconds}})) AS began_at,
       date_bin(INTERVAL '{{slot}} minutes', to_timestamp_seconds(r.last_slot * {{slot_seconds}} + {{slot_seconds}})) AS ended_at,
       r.last_slot - r.first_slot + 1 AS slots,
       sum(b.failed) AS failed
FROM ranked AS r
JOIN bad AS b ON b.endpoint = r.endpoint AND b.slot BETWEEN r.first_slot AND r.last_slot
WHERE r.place = 1
GROUP BY r.endpoint, r.first_slot, r.last_slot
ORDER BY slots DESC;
