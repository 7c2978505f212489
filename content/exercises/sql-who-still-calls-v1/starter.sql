-- The share of requests by version, of all plans together and of all days. Accounts and plans are missing.
SELECT version, count(*) AS requests, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS request_share
FROM requests
GROUP BY version;
