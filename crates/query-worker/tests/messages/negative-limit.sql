-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: limit
-- fixed: select * from users limit 1
select * from users limit -1
