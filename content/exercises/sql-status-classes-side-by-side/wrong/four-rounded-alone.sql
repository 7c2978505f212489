WITH counted AS (
    SELECT endpoint,
           count(*) AS requests,
           count(*) FILTER (WHERE status BETWEEN 400 AND 499 AND status <> {{status}}) AS client,
           count(*) FILTER (WHERE status = {{status}}) AS {{class}},
           count(*) FILTER (WHERE status >= 500) AS server
    FROM requests
    GROUP BY endpoint
    UNION ALL
    SELECT 'All',
           count(*) AS requests,
           count(*) FILTER (WHERE status BETWEEN 400 AND 499 AND status <> {{status}}) AS client,
           count(*) FILTER (WHERE status = {{status}}) AS {{class}},
           count(*) FILTER (WHERE status >= 500) AS server
    FROM requests
),
shares AS (
    SELECT endpoint, requests,
           round(100.0 * (requests - client - {{class}} - server) / requests, 1) AS ok_share,
           round(100.0 * client / requests, 1) AS client_share,
           round(100.0 * {{class}} / requests, 1) AS {{class}}_share,
           round(100.0 * server / requests, 1) AS server_share
    FROM counted
)
SELECT endpoint, requests,
       ok_share, client_share, {{class}}_share, server_share
FROM shares;
