-- class: LOG-1 operator error: incorrect comparison operator or incorrect value compared
-- fault: select user_id from orders
-- fixed: select * from users where user_id in (select user_id from orders)
select * from users where user_id = (select user_id from orders)
