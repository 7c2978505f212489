-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: descending
-- fixed: select name from users order by name desc
select name from users order by name descending
