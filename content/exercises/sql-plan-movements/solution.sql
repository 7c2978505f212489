-- A first row, and one at the same price, matches no `WHEN`: its movement is missing, and the last `WHERE` leaves it out.
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
neighbours AS (
    SELECT h.account_id, h.valid_from, h.valid_until, p.price_usd,
           lag(h.valid_until) OVER w AS before_until,
           lag(p.price_usd) OVER w AS before_usd,
           lead(h.valid_from) OVER w AS after_from
    FROM history AS h
    JOIN plans AS p ON p.plan_id = h.plan_id
    WINDOW w AS (PARTITION BY h.account_id ORDER BY h.valid_from)
),
movements AS (
    SELECT account_id,
           valid_from AS moved_on,
           CASE
               WHEN before_until < valid_from THEN 'return'
               WHEN price_usd > before_usd THEN 'upgrade'
               WHEN price_usd < before_usd THEN 'downgrade'
           END AS movement,
           price_usd - CASE WHEN before_until = valid_from THEN before_usd ELSE 0 END AS usd
    FROM neighbours
    UNION ALL
    SELECT account_id, valid_until, 'cancellation', -price_usd
    FROM neighbours
    WHERE valid_until IS NOT NULL AND (after_from IS NULL OR after_from > valid_until)
)
SELECT movement,
       count(*) AS movements,
       count(DISTINCT account_id) AS accounts,
       sum(usd) AS change_usd
FROM movements
WHERE moved_on >= DATE '2026-03-01' AND moved_on < DATE '2026-04-01'
  AND movement IS NOT NULL
GROUP BY movement;
