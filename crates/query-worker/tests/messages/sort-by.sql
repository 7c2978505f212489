-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: sort
-- fixed: select name from users order by name
select name from users sort by name
