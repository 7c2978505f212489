-- What each account held on every day from {{eve_words}} to 31 {{name}}, and each day compared with the day before.
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
days AS (
    SELECT CAST(d.day AS DATE) AS day
    FROM generate_series(TIMESTAMP '{{eve}} 00:00:00', TIMESTAMP '{{month}}-31 00:00:00', INTERVAL '1 day') AS d(day)
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
    WHERE day >= DATE '{{month}}-01' AND day > first_from
      AND price_usd IS DISTINCT FROM before_usd
)
SELECT movement,
       count(*) AS movements,
       count(DISTINCT account_id) AS accounts,
       sum(usd) AS change_usd
FROM changes
GROUP BY movement;
