-- Which accounts were open at one of the four moments. A join by comparison: each account can meet the moment or not.
SELECT m.month_end, count(*) AS open_accounts
FROM (VALUES (DATE '2026-02-01')) AS m(month_end)
JOIN accounts AS a
  ON a.signed_up_at >= TIMESTAMP '{{since}} 00:00:00'
 AND a.signed_up_at < m.month_end
GROUP BY m.month_end;
