-- Each candidate as one text, missing as soon as a part is missing; then the three are grouped together.
WITH keys AS (
    SELECT '{{number}}' AS candidate,
           CAST(flight_date AS VARCHAR) || ' ' || {{first}} || ' ' || CAST(flight AS VARCHAR) AS key
    FROM flights
    UNION ALL
    SELECT '{{number_more}}',
           CAST(flight_date AS VARCHAR) || ' ' || {{first}} || ' ' || CAST(flight AS VARCHAR) || ' ' || {{second}}
    FROM flights
    UNION ALL
    SELECT '{{plane}}',
           CAST(flight_date AS VARCHAR) || ' ' || tailnum || ' ' || CAST({{time}} AS VARCHAR)
    FROM flights
),
counted AS (
    SELECT candidate, key, count(*) AS n
    FROM keys
    GROUP BY candidate, key
)
SELECT candidate,
       sum(CASE WHEN key IS NULL THEN n ELSE 0 END) AS incomplete,
       sum(CASE WHEN key IS NOT NULL AND n > 1 THEN 1 ELSE 0 END) AS shared_keys,
       sum(CASE WHEN key IS NOT NULL AND n > 1 THEN n ELSE 0 END) AS rows_affected
FROM counted
GROUP BY candidate;
