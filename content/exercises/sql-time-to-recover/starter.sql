-- Every incident with its length. Nothing is averaged yet, and the open one is among them.
SELECT incident_id, severity, started_at, resolved_at, resolved_at - started_at AS lasted
FROM incidents
ORDER BY started_at;
