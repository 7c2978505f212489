-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: all
-- fixed: select * from users
select all from users
