-- What ends and what begins, side by side on the same day: whoever stands on one side only left or came.
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
priced AS (
    SELECT h.account_id, h.valid_from, h.valid_until, p.price_usd
    FROM history AS h
    JOIN plans AS p ON p.plan_id = h.plan_id
),
firsts AS (SELECT account_id, min(valid_from) AS first_from FROM priced GROUP BY account_id),
days AS (
    SELECT coalesce(b.account_id, e.account_id) AS account_id,
           coalesce(b.valid_from, e.valid_until) AS moved_on,
           e.price_usd AS old_usd,
           b.price_usd AS new_usd
    FROM priced AS b
    FULL JOIN (SELECT * FROM priced WHERE valid_until IS NOT NULL) AS e
      ON e.account_id = b.account_id AND e.valid_until = b.valid_from
),
named AS (
    SELECT d.account_id,
           CASE
               WHEN d.new_usd IS NULL THEN 'cancellation'
               WHEN d.old_usd IS NULL THEN 'return'
               WHEN d.new_usd > d.old_usd THEN 'upgrade'
               ELSE 'downgrade'
           END AS movement,
           coalesce(d.new_usd, 0) - coalesce(d.old_usd, 0) AS usd
    FROM days AS d
    JOIN firsts AS f ON f.account_id = d.account_id
    WHERE d.moved_on BETWEEN DATE '2026-03-01' AND DATE '2026-03-31'
      AND d.moved_on > f.first_from
      AND (d.new_usd IS NULL OR d.old_usd IS NULL OR d.new_usd <> d.old_usd)
)
SELECT movement, count(*) AS movements, count(DISTINCT account_id) AS accounts, sum(usd) AS change_usd
FROM named
GROUP BY movement;
