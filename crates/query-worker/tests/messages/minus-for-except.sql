-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: minus
-- fixed: select user_id from users except select user_id from orders
select user_id from users minus select user_id from orders
