-- A running total of all closures; seven days are the difference between the total now and the total seven days ago.
WITH RECURSIVE calendar AS (
    SELECT DATE '{{first_before}}' AS day
    UNION ALL
    SELECT day + 1 FROM calendar WHERE day < DATE '{{last}}'
),
totals AS (
    SELECT c.day, count(a.closed_at) AS closed, sum(count(a.closed_at)) OVER (ORDER BY c.day) AS total
    FROM calendar AS c
    LEFT JOIN accounts AS a ON a.closed_at >= c.day AND a.closed_at < c.day + INTERVAL '1 day'
    GROUP BY c.day
),
behind AS (
    SELECT day, closed, total,
           lag(total, 7) OVER (ORDER BY day) AS total_7,
           lag(total, 14) OVER (ORDER BY day) AS total_14
    FROM totals
)
SELECT day, closed, total - total_7 AS last_7_days, (total - total_7) / 7.0 AS per_day, total_7 - total_14 AS seven_before
FROM behind
WHERE day BETWEEN DATE '{{first}}' AND DATE '{{last}}'
ORDER BY day;
