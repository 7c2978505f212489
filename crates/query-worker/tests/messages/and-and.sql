-- class: SYN-6 common syntax error: nonstandard operators
-- fault: &&
-- fixed: select name from users where country = 'US' and user_id > 1
select name from users where country = 'US' && user_id > 1
