-- Scheduled flights of each airline. The other counts and the share are missing, and small airlines are still here.
SELECT carrier, count(*) AS scheduled
FROM flights
GROUP BY carrier
ORDER BY scheduled DESC;
