-- Each request stands in its endpoint's group and in the group All; the mean of 100 and 0 is a share.
WITH twice AS (
    SELECT CASE WHEN g.line = 'each' THEN r.endpoint ELSE 'All' END AS endpoint, r.status
    FROM requests AS r
    CROSS JOIN (VALUES ('each'), ('all')) AS g(line)
),
rounded AS (
    SELECT endpoint,
           count(*) AS requests,
           round(avg(CASE WHEN status / 100 = 4 AND status <> {{status}} THEN 100.0 ELSE 0.0 END), 1) AS client_share,
           round(avg(CASE WHEN status = {{status}} THEN 100.0 ELSE 0.0 END), 1) AS {{class}}_share,
           round(avg(CASE WHEN status / 100 = 5 THEN 100.0 ELSE 0.0 END), 1) AS server_share
    FROM twice
    GROUP BY endpoint
)
SELECT endpoint, requests,
       100 - (client_share + {{class}}_share + server_share) AS ok_share,
       client_share, {{class}}_share, server_share
FROM rounded;
