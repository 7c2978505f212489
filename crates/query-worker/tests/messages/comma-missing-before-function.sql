-- class: SYN-6 common syntax error: omitting commas
-- fault: count
-- fixed: select country, count(*) from users group by country
select country count(*) from users group by country
