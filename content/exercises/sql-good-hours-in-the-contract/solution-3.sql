-- Hours with calls and bad hours are counted apart, and good is what is left. Whole numbers only, so nothing can be rounded too early.
WITH counted AS (
    SELECT method, endpoint, CAST(extract(day FROM ts) AS INT) AS day, CAST(extract(hour FROM ts) AS INT) AS hour, status
    FROM requests
    WHERE status <> 429
),
heard AS (
    SELECT (day - 1) / 7 AS number, method, endpoint, count(DISTINCT day * 24 + hour) AS hours
    FROM counted
    GROUP BY (day - 1) / 7, method, endpoint
),
bad AS (
    SELECT (day - 1) / 7 AS number, method, endpoint, day, hour
    FROM counted
    GROUP BY day, hour, method, endpoint
    HAVING {{in_all}} * sum(CASE WHEN status >= 500 THEN 1 ELSE 0 END) > count(*)
),
judged AS (
    SELECT h.number, h.method, h.endpoint, h.hours, count(b.day) AS bad
    FROM heard AS h
    LEFT JOIN bad AS b USING (number, method, endpoint)
    GROUP BY h.number, h.method, h.endpoint, h.hours
)
SELECT DATE '2026-03-01' + CAST(7 * number AS INT) AS week,
       method,
       endpoint,
       hours AS hours_with_calls,
       168 - hours AS quiet_hours,
       hours - bad AS good_hours,
       round(100 - 100.0 * bad / hours, 1) AS compliance,
       CASE WHEN 100 * bad > 3 * hours THEN 'no' ELSE 'yes' END AS kept
FROM judged
ORDER BY week, method, endpoint;
