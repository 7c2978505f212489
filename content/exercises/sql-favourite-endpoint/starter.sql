-- The most calls at one endpoint, for each key. It does not say which endpoint that is, and a key is not an account.
SELECT key_id, max(calls) AS calls
FROM (SELECT key_id, method, endpoint, count(*) AS calls FROM requests GROUP BY key_id, method, endpoint) AS c
GROUP BY key_id;
