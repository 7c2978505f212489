-- Without looking at neighbours: what lies between the first start and the last end, less the incidents, is the time in between.
WITH lasted AS (
    SELECT severity,
           extract(epoch FROM started_at) AS began,
           extract(epoch FROM resolved_at) AS ended,
           extract(epoch FROM resolved_at) - extract(epoch FROM started_at) AS seconds
    FROM incidents
    WHERE NOT resolved_at IS NULL
)
SELECT coalesce(severity, 'all') AS severity,
       count(*) AS incidents,
       round(sum(seconds) / count(*) / 60, 1) AS mttr_minutes,
       {{aggregate}}(seconds) / 60 AS {{extreme}},
       round((max(ended) - min(began) - sum(seconds)) / nullif(count(*) - 1, 0) / 86400, 2) AS days_between
FROM lasted
GROUP BY ROLLUP (severity);
