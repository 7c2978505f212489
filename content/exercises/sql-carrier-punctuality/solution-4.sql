-- What became of a flight as a word first; then the words are counted.
WITH told AS (
    SELECT carrier,
           CASE
               WHEN dep_time IS NULL THEN 'cancelled'
               WHEN arr_delay IS NULL THEN 'diverted'
               WHEN arr_delay <= {{almost}} THEN 'on time'
               ELSE 'late'
           END AS fate
    FROM flights
),
counted AS (
    SELECT carrier,
           count(*) AS scheduled,
           count(*) FILTER (WHERE fate = 'cancelled') AS cancelled,
           count(*) FILTER (WHERE fate = 'on time') AS on_time,
           count(*) FILTER (WHERE fate = 'late') AS late
    FROM told
    GROUP BY carrier
)
SELECT carrier, scheduled, cancelled, on_time + late AS arrived, round(100.0 * on_time / nullif(on_time + late, 0), 1) AS on_time_share
FROM counted
WHERE scheduled >= 10;
