-- class: SYN-6 common syntax error: too many columns in subquery
-- fault: user_id, amount
-- fixed: select * from users where user_id in (select user_id from orders)
select * from users where user_id in (select user_id, amount from orders)
