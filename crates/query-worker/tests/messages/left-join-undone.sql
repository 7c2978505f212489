-- class: LOG-4 expression error: expression in incorrect clause
-- fault: o.status = 'paid'
-- fixed: select u.name, o.order_id from users u left join orders o on o.user_id = u.user_id and o.status = 'paid'
select u.name, o.order_id from users u left join orders o on o.user_id = u.user_id where o.status = 'paid'
