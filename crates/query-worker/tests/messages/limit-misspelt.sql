-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: limt
-- fixed: select name from users order by name limit 2
select name from users order by name limt 2
