-- class: SYN-6 common syntax error: duplicate clause
-- fault: select
-- fixed: select name, country from users
select name, select country from users
