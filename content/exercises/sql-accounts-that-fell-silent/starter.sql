-- Accounts that called in the earlier {{span}}. Who is missing in the later one it does not ask yet.
SELECT k.account_id, count(*) AS calls_before
FROM requests AS r
JOIN api_keys AS k ON k.key_id = r.key_id
WHERE r.ts < TIMESTAMP '{{cut}} 00:00:00' AND r.status BETWEEN 200 AND 299
GROUP BY k.account_id
ORDER BY calls_before DESC;
