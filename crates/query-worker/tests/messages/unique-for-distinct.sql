-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: unique
-- fixed: select distinct country from users
select unique country from users
