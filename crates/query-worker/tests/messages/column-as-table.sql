-- class: SYN-6 common syntax error: confusing table names with column names
-- fault: name
-- fixed: select name from users
select * from name
