-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: top
-- fixed: select * from users limit 3
select top 3 * from users
