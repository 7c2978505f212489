-- class: SYN-6 common syntax error: nonstandard operators
-- fault: = =
-- fixed: select name from users where name = 'Ada'
select name from users where name = = 'Ada'
