-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: =
-- fixed: select name from users where user_id in (1, 2)
select name from users where user_id = (1, 2)
