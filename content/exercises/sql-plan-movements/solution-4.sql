-- One query for each kind, each with the rows that it needs: the one that ends, the one that begins on the same day, or none.
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
priced AS (
    SELECT h.*, p.price_usd FROM history AS h JOIN plans AS p ON p.plan_id = h.plan_id
),
switches AS (
    SELECT o.account_id, n.price_usd - o.price_usd AS usd
    FROM priced AS o
    JOIN priced AS n ON n.account_id = o.account_id AND n.valid_from = o.valid_until
    WHERE date_trunc('month', n.valid_from) = TIMESTAMP '{{month}}-01 00:00:00'
),
ended AS (
    SELECT o.account_id, -o.price_usd AS usd
    FROM priced AS o
    WHERE o.valid_until BETWEEN DATE '{{month}}-01' AND DATE '{{month}}-31'
      AND NOT EXISTS (SELECT 1 FROM history AS n WHERE n.account_id = o.account_id AND n.valid_from = o.valid_until)
),
returned AS (
    SELECT n.account_id, n.price_usd AS usd
    FROM priced AS n
    WHERE n.valid_from BETWEEN DATE '{{month}}-01' AND DATE '{{month}}-31'
      AND EXISTS (SELECT 1 FROM history AS o WHERE o.account_id = n.account_id AND o.valid_from < n.valid_from)
      AND NOT EXISTS (SELECT 1 FROM history AS o WHERE o.account_id = n.account_id AND o.valid_until = n.valid_from)
)
SELECT 'upgrade' AS movement, count(*) AS movements, count(DISTINCT account_id) AS accounts, sum(usd) AS change_usd FROM switches WHERE usd > 0
UNION ALL
SELECT 'downgrade', count(*), count(DISTINCT account_id), sum(usd) FROM switches WHERE usd < 0
UNION ALL
SELECT 'cancellation', count(*), count(DISTINCT account_id), sum(usd) FROM ended
UNION ALL
SELECT 'return', count(*), count(DISTINCT account_id), sum(usd) FROM returned;
