-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: // all
-- fixed: select name from users -- all
select name from users // all
