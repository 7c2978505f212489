-- class: SYN-6 common syntax error: IS where not applicable
-- fault: is 1
-- fixed: select name from users where user_id = 1
select name from users where user_id is 1
