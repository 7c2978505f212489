-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: $
-- fixed: select country, count(*) from users group by country
select country, count(*) from users group by
