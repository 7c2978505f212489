-- class: SYN-6 common syntax error: using WHERE twice
-- fault: where
-- fixed: select name from users where country = 'US' and user_id > 1
select name from users where country = 'US' where user_id > 1
