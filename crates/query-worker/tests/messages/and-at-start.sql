-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: and
-- fixed: select name from users where user_id > 1
select name from users where and user_id > 1
