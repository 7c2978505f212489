-- class: SYN-6 common syntax error: confusing table names with column names
-- fault: users
-- fixed: select name from users
select users from users
