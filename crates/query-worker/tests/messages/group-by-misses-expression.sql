-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: placed_at
-- fixed: select cast(placed_at as date), count(*) from orders group by cast(placed_at as date)
select placed_at, count(*) from orders group by cast(placed_at as date)
