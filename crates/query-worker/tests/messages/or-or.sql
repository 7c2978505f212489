-- class: SYN-6 common syntax error: nonstandard operators
-- fault: ||
-- fixed: select name from users where country = 'US' or country = 'GB'
select name from users where country = 'US' || country = 'GB'
