-- Active accounts by week. Who they are compared with the week before, the table does not say yet.
SELECT CAST(date_trunc('week', u.day) AS DATE) AS week,
       count(DISTINCT k.account_id) AS active
FROM usage_daily AS u
JOIN api_keys AS k ON k.key_id = u.key_id
GROUP BY CAST(date_trunc('week', u.day) AS DATE)
ORDER BY week;
