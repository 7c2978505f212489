-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: ofset
-- fixed: select name from users order by name limit 3 offset 1
select name from users order by name limit 3 ofset 1
