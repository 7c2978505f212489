-- class: SYN-6 common syntax error: comparison with NULL
-- fault: o.order_id = null
-- fixed: select u.name from users u left join orders o on o.user_id = u.user_id where o.order_id is null
select u.name from users u left join orders o on o.user_id = u.user_id where o.order_id = null
