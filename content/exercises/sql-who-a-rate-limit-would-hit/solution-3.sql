-- What is answered is one request for each account and {{unit}}; the difference to all requests is refused.
WITH calls AS (
    SELECT k.account_id, CAST(extract(epoch FROM r.ts) AS BIGINT) / {{seconds}} AS {{unit}}
    FROM requests AS r
    JOIN api_keys AS k ON k.key_id = r.key_id
    WHERE r.method = 'GET' AND r.endpoint = '{{endpoint}}'
),
by_account AS (
    SELECT account_id, count(*) AS requests, count(DISTINCT {{unit}}) AS answered
    FROM calls
    GROUP BY account_id
)
SELECT p.plan,
       count(*) AS accounts,
       sum(CASE WHEN b.requests > b.answered THEN 1 ELSE 0 END) AS hit_accounts,
       sum(b.requests) - sum(b.answered) AS refused,
       round(100 - 100.0 * sum(b.answered) / sum(b.requests), 2) AS refused_share
FROM by_account AS b
JOIN accounts AS a ON a.account_id = b.account_id
JOIN plans AS p ON p.plan_id = a.plan_id
GROUP BY p.plan;
