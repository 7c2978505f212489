-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: jion
-- fixed: select name from users join orders on users.user_id = orders.user_id
select name from users jion orders on users.user_id = orders.user_id
