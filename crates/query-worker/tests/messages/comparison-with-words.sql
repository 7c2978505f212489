-- class: SYN-6 common syntax error: nonstandard operators
-- fault: equals
-- fixed: select name from users where country = 'US'
select name from users where country equals 'US'
