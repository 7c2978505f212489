-- Where does the list end? The first place that reaches 80 %, looked up once; the list is everybody up to there.
WITH used AS (
    SELECT k.account_id, sum(u.requests) AS calls
    FROM usage_daily AS u
    JOIN api_keys AS k USING (key_id)
    WHERE u.day >= DATE '{{first}}' AND u.day <= DATE '{{last}}'
    GROUP BY k.account_id
),
ordered AS (
    SELECT account_id,
           calls,
           row_number() OVER (ORDER BY calls DESC, account_id) AS place,
           sum(calls) OVER (ORDER BY calls DESC, account_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running
    FROM used
),
whole AS (SELECT sum(calls) AS calls FROM used),
finish AS (
    SELECT min(o.place) AS place
    FROM ordered AS o
    CROSS JOIN whole AS w
    WHERE 5 * o.running >= 4 * w.calls
)
SELECT o.place, o.account_id, a.name, o.calls, o.running, round(100.0 * o.running / w.calls, 1) AS running_share
FROM ordered AS o
JOIN accounts AS a ON a.account_id = o.account_id
JOIN finish AS f ON o.place <= f.place
CROSS JOIN whole AS w
ORDER BY o.place;
