-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: any
-- fixed: select name from users where user_id in (1, 2)
select name from users where user_id = any (1, 2)
