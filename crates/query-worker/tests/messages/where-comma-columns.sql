-- class: SYN-6 common syntax error: projection in WHERE clause
-- fault: ,
-- fixed: select name, country from users where user_id > 1
select name from users where user_id > 1, country
