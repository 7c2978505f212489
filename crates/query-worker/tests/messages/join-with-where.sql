-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: orders
-- fixed: select name from users join orders on users.user_id = orders.user_id
select name from users join orders where users.user_id = orders.user_id
