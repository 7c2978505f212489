-- The neighbour is looked up: the earliest start of a later incident, once in the same severity, once in any.
WITH closed AS (SELECT * FROM incidents WHERE resolved_at IS NOT NULL),
same AS (
    SELECT i.incident_id, min(later.started_at) AS next_at
    FROM closed AS i
    JOIN closed AS later ON later.severity = i.severity AND later.started_at > i.started_at
    GROUP BY i.incident_id
),
anyone AS (
    SELECT i.incident_id, min(later.started_at) AS next_at
    FROM closed AS i
    JOIN closed AS later ON later.started_at > i.started_at
    GROUP BY i.incident_id
)
SELECT i.severity,
       count(i.incident_id) AS incidents,
       avg(extract(epoch FROM i.resolved_at - i.started_at)) / 60 AS mttr_minutes,
       {{aggregate}}(extract(epoch FROM i.resolved_at - i.started_at)) / 60 AS {{extreme}},
       avg(extract(epoch FROM s.next_at - i.resolved_at)) / 86400 AS days_between
FROM closed AS i
LEFT JOIN same AS s ON s.incident_id = i.incident_id
GROUP BY i.severity
UNION ALL
SELECT 'all',
       count(i.incident_id),
       avg(extract(epoch FROM i.resolved_at - i.started_at)) / 60,
       {{aggregate}}(extract(epoch FROM i.resolved_at - i.started_at)) / 60,
       avg(extract(epoch FROM a.next_at - i.resolved_at)) / 86400
FROM closed AS i
LEFT JOIN anyone AS a ON a.incident_id = i.incident_id;
