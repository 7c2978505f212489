-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: orderby
-- fixed: select name from users order by name
select name from users orderby name
