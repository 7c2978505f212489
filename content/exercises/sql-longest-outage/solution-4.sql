-- Stretches grown slot by slot: each bad slot knows how many bad slots end with it, from the last gap before it.
WITH bad AS (
    SELECT endpoint, date_bin(INTERVAL '{{slot}} minutes', ts) AS slot, sum(1) AS failed
    FROM requests
    WHERE status > 499
    GROUP BY endpoint, date_bin(INTERVAL '{{slot}} minutes', ts)
),
starts AS (
    SELECT b.endpoint, b.slot
    FROM bad AS b
    WHERE NOT EXISTS (SELECT 1 FROM bad AS p WHERE p.endpoint = b.endpoint AND p.slot + INTERVAL '{{slot}} minutes' = b.slot)
),
owned AS (
    SELECT b.endpoint, b.slot, b.failed, max(s.slot) AS began_at
    FROM bad AS b
    JOIN starts AS s ON s.endpoint = b.endpoint AND s.slot <= b.slot
    GROUP BY b.endpoint, b.slot, b.failed
),
stretches AS (
    SELECT endpoint, began_at, max(slot) + INTERVAL '{{slot}} minutes' AS ended_at, count(*) AS slots, sum(failed) AS failed
    FROM owned
    GROUP BY endpoint, began_at
)
SELECT s.endpoint, s.began_at, s.ended_at, s.slots, s.failed
FROM stretches AS s
LEFT JOIN stretches AS better
       ON better.endpoint = s.endpoint
      AND (better.slots > s.slots OR (better.slots = s.slots AND better.began_at < s.began_at))
WHERE better.endpoint IS NULL
ORDER BY s.slots DESC;
