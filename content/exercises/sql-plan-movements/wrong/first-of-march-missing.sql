WITH history(account_id, plan_id, valid_from, valid_until) AS (
    VALUES
        (1, 2, DATE '{{four_before}}-04', DATE '{{month}}-09'), (1, {{one_later}}, DATE '{{month}}-09', NULL),
        (2, {{two_earlier}}, DATE '{{seven_before}}-12', DATE '{{month}}-02'), (2, {{two_later}}, DATE '{{month}}-02', NULL),
        (3, {{three_held}}, DATE '{{ten_before}}-20', DATE '{{month}}-17'),
        (4, 2, DATE '{{two_before}}-15', DATE '{{month}}-05'), (4, 3, DATE '{{month}}-05', DATE '{{month}}-24'), (4, 4, DATE '{{month}}-24', NULL),
        (5, 1, DATE '{{before}}-11', DATE '{{month}}-11'), (5, 2, DATE '{{month}}-11', NULL),
        (6, 2, DATE '{{three_before}}-01', DATE '{{before}}-16'), (6, {{six_later}}, DATE '{{month}}-12', NULL),
        (7, 3, DATE '{{five_before}}-10', DATE '{{month}}-20'), (7, 3, DATE '{{month}}-20', NULL),
        (8, 1, DATE '{{two_before}}-08', DATE '{{month}}-03'), (8, 6, DATE '{{month}}-03', NULL),
        (9, {{nine_earlier}}, DATE '{{six_before}}-09', DATE '{{month}}-18'), (9, 1, DATE '{{month}}-18', NULL),
        (10, 3, DATE '{{two_before}}-20', DATE '{{month}}-30'), (10, 4, DATE '{{next}}-02', NULL),
        (11, 2, DATE '{{eight_before}}-01', DATE '{{before}}-27'), (11, 3, DATE '{{before}}-27', NULL),
        (12, 4, DATE '{{nine_before}}-06', DATE '{{next}}-01'), (12, 3, DATE '{{next}}-01', NULL),
        (13, 2, DATE '{{month}}-04', NULL),
        (14, 1, DATE '{{before}}-20', DATE '{{month}}-14'),
        (15, 3, DATE '{{three_before}}-12', DATE '{{month}}-06'), (15, 2, DATE '{{month}}-06', DATE '{{month}}-27'),
        (16, 4, DATE '{{four_before}}-11', DATE '{{month}}-10'), (16, 2, DATE '{{month}}-25', NULL),
        (17, 3, DATE '{{five_before}}-02', DATE '{{month}}-01'), (17, 2, DATE '{{month}}-01', NULL)
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
               WHEN before_until IS NULL THEN 'new'
               WHEN before_until < valid_from THEN 'return'
               WHEN price_usd > before_usd THEN 'upgrade'
               WHEN price_usd < before_usd THEN 'downgrade'
               ELSE 'none'
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
WHERE moved_on > DATE '{{month}}-01' AND moved_on < DATE '{{next}}-01'
  AND movement NOT IN ('new', 'none')
GROUP BY movement;
