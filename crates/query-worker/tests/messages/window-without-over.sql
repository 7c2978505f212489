-- class: SYN-6 common syntax error: confusing function with function
-- fault: rank
-- fixed: select name, rank() over (order by name) from users
select name, rank() from users
