-- Rows and different flight numbers: fewer numbers than rows, but not of one day. No candidate is tested here yet.
SELECT '{{number}}' AS candidate,
       count(*) - count(flight) AS incomplete,
       count(*) - count(DISTINCT flight) AS rows_affected
FROM flights;
