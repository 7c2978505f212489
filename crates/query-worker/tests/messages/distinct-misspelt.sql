-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: distint
-- fixed: select distinct country from users
select distint country from users
