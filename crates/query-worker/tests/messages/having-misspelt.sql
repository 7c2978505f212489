-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: havin
-- fixed: select country from users group by country having count(*) > 1
select country from users group by country havin count(*) > 1
