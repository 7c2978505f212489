-- What each account held on every day from 28 February to 31 March, and each day compared with the day before.
WITH history(account_id, plan_id, valid_from, valid_until) AS (
    VALUES
        (1, 2, DATE '2025-11-04', DATE '2026-03-09'), (1, 3, DATE '2026-03-09', NULL),
        (2, 3, DATE '2025-08-12', DATE '2026-03-02'), (2, 2, DATE '2026-03-02', NULL),
        (3, 4, DATE '2025-05-20', DATE '2026-03-17'),
        (4, 2, DATE '2026-01-15', DATE '2026-03-05'), (4, 3, DATE '2026-03-05', DATE '2026-03-24'), (4, 4, DATE '2026-03-24', NULL),
        (5, 1, DATE '2026-02-11', DATE '2026-03-11'), (5, 2, DATE '2026-03-11', NULL),
        (6, 2, DATE '2025-12-01', DATE '2026-02-16'), (6, 2, DATE '2026-03-12', NULL),
        (7, 3, DATE '2025-10-10', DATE '2026-03-20'), (7, 3, DATE '2026-03-20', NULL),
        (8, 1, DATE '2026-01-08', DATE '2026-03-03'), (8, 6, DATE '2026-03-03', NULL),
        (9, 3, DATE '2025-09-09', DATE '2026-03-18'), (9, 1, DATE '2026-03-18', NULL),
        (10, 3, DATE '2026-01-20', DATE '2026-03-30'), (10, 4, DATE '2026-04-02', NULL),
        (11, 2, DATE '2025-07-01', DATE '2026-02-27'), (11, 3, DATE '2026-02-27', NULL),
        (12, 4, DATE '2025-06-06', DATE '2026-04-01'), (12, 3, DATE '2026-04-01', NULL),
        (13, 2, DATE '2026-03-04', NULL),
        (14, 1, DATE '2026-02-20', DATE '2026-03-14'),
        (15, 3, DATE '2025-12-12', DATE '2026-03-06'), (15, 2, DATE '2026-03-06', DATE '2026-03-27'),
        (16, 4, DATE '2025-11-11', DATE '2026-03-10'), (16, 2, DATE '2026-03-25', NULL),
        (17, 3, DATE '2025-10-02', DATE '2026-03-01'), (17, 2, DATE '2026-03-01', NULL)
),
days AS (
    SELECT CAST(d.day AS DATE) AS day
    FROM generate_series(TIMESTAMP '2026-02-28 00:00:00', TIMESTAMP '2026-03-31 00:00:00', INTERVAL '1 day') AS d(day)
),
firsts AS (SELECT account_id, min(valid_from) AS first_from FROM history GROUP BY account_id),
held AS (
    SELECT f.account_id, f.first_from, d.day, p.price_usd,
           lag(p.price_usd) OVER (PARTITION BY f.account_id ORDER BY d.day) AS before_usd
    FROM firsts AS f
    CROSS JOIN days AS d
    LEFT JOIN history AS h
      ON h.account_id = f.account_id AND h.valid_from <= d.day AND (h.valid_until IS NULL OR h.valid_until > d.day)
    LEFT JOIN plans AS p ON p.plan_id = h.plan_id
),
changes AS (
    SELECT account_id,
           CASE
               WHEN price_usd IS NULL THEN 'cancellation'
               WHEN before_usd IS NULL THEN 'return'
               WHEN price_usd > before_usd THEN 'upgrade'
               ELSE 'downgrade'
           END AS movement,
           coalesce(price_usd, 0) - coalesce(before_usd, 0) AS usd
    FROM held
    WHERE day >= DATE '2026-03-01' AND day > first_from
      AND price_usd IS DISTINCT FROM before_usd
)
SELECT movement,
       count(*) AS movements,
       count(DISTINCT account_id) AS accounts,
       sum(usd) AS change_usd
FROM changes
GROUP BY movement;
