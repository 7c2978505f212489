-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: placed_at
-- fixed: select user_id, count(*) from orders group by user_id order by user_id
select user_id, count(*) from orders group by user_id order by placed_at
