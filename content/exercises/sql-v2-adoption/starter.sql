-- Accounts by version, day by day. Nobody is counted once over a {{span}} here.
SELECT CAST(r.ts AS DATE) AS day, r.version, count(DISTINCT k.account_id) AS accounts
FROM requests AS r
JOIN api_keys AS k ON k.key_id = r.key_id
GROUP BY CAST(r.ts AS DATE), r.version
ORDER BY day, version;
