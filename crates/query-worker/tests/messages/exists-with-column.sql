-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: exists
-- fixed: select name from users where user_id in (select user_id from orders)
select name from users where user_id exists (select user_id from orders)
