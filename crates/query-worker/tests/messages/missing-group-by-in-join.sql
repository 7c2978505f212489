-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: u.name
-- fixed: select u.name, sum(o.amount) from users u join orders o on u.user_id = o.user_id group by u.name
select u.name, sum(o.amount) from users u join orders o on u.user_id = o.user_id
