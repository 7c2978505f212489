-- class: SYN-6 common syntax error: confusing the logic of keywords
-- fault: country
-- fixed: select country, count(*) from users group by country order by country
select country, count(*) from users order by country
