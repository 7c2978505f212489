-- class: SYN-6 common syntax error: confusing table names with column names
-- fault: users
-- fixed: select count(*) from users
select count(users) from users
