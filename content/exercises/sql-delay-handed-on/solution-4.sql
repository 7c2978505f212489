-- The bands as a table of their own, joined by range; the earlier leg found as the latest one that was to leave before.
WITH departed AS (
    SELECT tailnum, flight_date, sched_dep_time * 10000 + flight AS slot, dep_delay, arr_delay
    FROM flights
    WHERE dep_delay IS NOT NULL
),
earlier AS (
    SELECT n.tailnum, n.flight_date, n.slot, n.dep_delay, max(p.slot) AS earlier_slot
    FROM departed AS n
    LEFT JOIN departed AS p ON p.tailnum = n.tailnum AND p.flight_date = n.flight_date AND p.slot < n.slot
    GROUP BY n.tailnum, n.flight_date, n.slot, n.dep_delay
),
bands(low, high, name) AS (
    VALUES (-10000, 0, 'on time or early'), (1, {{before_late}}, '1 to {{before_late}}'), ({{late}}, {{before_much}}, '{{late}} to {{before_much}}'), ({{much}}, 100000, '{{much}} or more')
)
SELECT CASE WHEN e.earlier_slot IS NULL THEN 'first of the day' ELSE coalesce(b.name, 'unknown') END AS earlier_arrival,
       count(*) AS flights,
       round(avg(e.dep_delay), 2) AS mean_delay,
       round(100.0 * sum(CASE WHEN e.dep_delay > {{before_late}} THEN 1 ELSE 0 END) / count(*), 1) AS late_share
FROM earlier AS e
LEFT JOIN departed AS p ON p.tailnum = e.tailnum AND p.flight_date = e.flight_date AND p.slot = e.earlier_slot
LEFT JOIN bands AS b ON p.arr_delay BETWEEN b.low AND b.high
GROUP BY CASE WHEN e.earlier_slot IS NULL THEN 'first of the day' ELSE coalesce(b.name, 'unknown') END;
