-- class: SYN-6 common syntax error: confusing the order of keywords
-- fault: group
-- fixed: select country from users group by country having count(*) > 1
select country from users having count(*) > 1 group by country
