-- class: SYN-6 common syntax error: omitting the FROM clause
-- fault: name
-- fixed: select name from users
select name
