-- class: SYN-6 common syntax error: too many columns in subquery
-- fault: *
-- fixed: select name from users where user_id in (select user_id from orders)
select name from users where user_id in (select * from orders)
