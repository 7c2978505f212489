-- class: SYN-6 common syntax error: omitting the FROM clause
-- fault: country
-- fixed: select name from users where country = 'US'
select name where country = 'US'
