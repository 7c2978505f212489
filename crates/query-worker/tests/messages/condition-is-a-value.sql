-- class: SYN-6 common syntax error: projection in WHERE clause
-- fault: name
-- fixed: select name from users where name = 'Ada'
select name from users where name
