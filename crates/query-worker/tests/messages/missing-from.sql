-- class: SYN-6 common syntax error: omitting the FROM clause
-- fault: users
-- fixed: select * from users
select * users
