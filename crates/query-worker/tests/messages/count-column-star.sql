-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: *
-- fixed: select count(user_id) from users
select count(user_id *) from users
