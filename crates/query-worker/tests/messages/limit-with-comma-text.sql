-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: limit
-- fixed: select name from users order by name limit 3
select name from users order by name limit 'three'
