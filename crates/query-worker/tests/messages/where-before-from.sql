-- class: SYN-6 common syntax error: confusing the order of keywords
-- fault: from
-- fixed: select name from users where user_id > 1
select name where user_id > 1 from users
