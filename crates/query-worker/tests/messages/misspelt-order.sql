-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: ODER
-- fixed: select * from users ORDER BY name
select * from users ODER BY name
