-- class: SYN-6 common syntax error: confusing table names with column names
-- fault: orders
-- fixed: select name from users where user_id in (select user_id from orders)
select name from users where user_id in (orders)
