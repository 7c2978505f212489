-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: percent
-- fixed: select name from users order by name limit 10
select name from users order by name limit 10 percent
