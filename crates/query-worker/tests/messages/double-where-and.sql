-- class: SYN-6 common syntax error: using WHERE twice
-- fault: where
-- fixed: select name from users where user_id > 1 and country = 'US'
select name from users where user_id > 1 and where country = 'US'
