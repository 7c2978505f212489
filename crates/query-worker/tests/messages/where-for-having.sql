-- class: SYN-6 common syntax error: confusing the logic of keywords
-- fault: count
-- fixed: select country from users group by country having count(*) > 1
select country from users where count(*) > 1
