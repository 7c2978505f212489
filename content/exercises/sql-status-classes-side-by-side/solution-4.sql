-- A table for each class, joined to the endpoints; the line for all is summed from the counts, never from the shares.
WITH total AS (SELECT endpoint, count(*) AS n FROM requests GROUP BY endpoint),
client AS (SELECT endpoint, count(*) AS n FROM requests WHERE status / 100 = 4 AND status <> {{status}} GROUP BY endpoint),
{{class}} AS (SELECT endpoint, count(*) AS n FROM requests WHERE status = {{status}} GROUP BY endpoint),
server AS (SELECT endpoint, count(*) AS n FROM requests WHERE status > 499 GROUP BY endpoint),
wide AS (
    SELECT t.endpoint, t.n AS requests, coalesce(c.n, 0) AS client, coalesce(l.n, 0) AS {{class}}, coalesce(s.n, 0) AS server
    FROM total AS t
    LEFT JOIN client AS c ON c.endpoint = t.endpoint
    LEFT JOIN {{class}} AS l ON l.endpoint = t.endpoint
    LEFT JOIN server AS s ON s.endpoint = t.endpoint
),
lines AS (
    SELECT endpoint, requests, client, {{class}}, server FROM wide
    UNION ALL
    SELECT 'All', sum(requests), sum(client), sum({{class}}), sum(server) FROM wide
),
tenths AS (
    SELECT endpoint, requests,
           round(1000.0 * client / requests) AS client,
           round(1000.0 * {{class}} / requests) AS {{class}},
           round(1000.0 * server / requests) AS server
    FROM lines
)
SELECT endpoint, requests,
       (1000 - client - {{class}} - server) / 10.0 AS ok_share,
       client / 10.0 AS client_share,
       {{class}} / 10.0 AS {{class}}_share,
       server / 10.0 AS server_share
FROM tenths;
