-- class: SYN-6 common syntax error: duplicate clause
-- fault: from
-- fixed: select name from users, orders where users.user_id = orders.user_id
select name from users from orders
