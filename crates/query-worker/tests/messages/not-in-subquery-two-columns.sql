-- class: SYN-6 common syntax error: too many columns in subquery
-- fault: user_id, status
-- fixed: select name from users where user_id not in (select user_id from orders)
select name from users where user_id not in (select user_id, status from orders)
