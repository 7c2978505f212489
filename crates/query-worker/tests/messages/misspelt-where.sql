-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: wher
-- fixed: select * from users where country = 'US'
select * from users wher country = 'US'
