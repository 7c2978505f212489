-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: *
-- fixed: select user_id, count(*) from orders group by user_id
select *, count(*) from orders group by user_id
