-- Without windows: each account is joined to those that are not behind it, and counted and added up.
WITH used AS (
    SELECT a.account_id, a.name, sum(u.requests) AS calls
    FROM accounts AS a
    JOIN api_keys AS k ON k.account_id = a.account_id
    JOIN usage_daily AS u ON u.key_id = k.key_id
    WHERE date_trunc('month', u.day) = DATE '{{first}}'
    GROUP BY a.account_id, a.name
),
reached AS (
    SELECT me.account_id, me.name, me.calls, count(*) AS place, sum(ahead.calls) AS running
    FROM used AS me
    JOIN used AS ahead ON ahead.calls > me.calls OR (ahead.calls = me.calls AND ahead.account_id <= me.account_id)
    GROUP BY me.account_id, me.name, me.calls
),
whole AS (SELECT sum(calls) AS total FROM used)
SELECT r.place, r.account_id, r.name, r.calls, r.running, round(100.0 * r.running / w.total, 1) AS running_share
FROM reached AS r
CROSS JOIN whole AS w
WHERE r.running - r.calls < 0.8 * w.total
ORDER BY r.place;
