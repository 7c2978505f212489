-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: fetch
-- fixed: select * from users limit 3
select * from users fetch first 3 rows only
