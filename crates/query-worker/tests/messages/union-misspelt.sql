-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: unoin
-- fixed: select name from users union all select status from orders
select name from users unoin all select status from orders
