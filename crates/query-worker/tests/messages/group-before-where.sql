-- class: SYN-6 common syntax error: confusing the order of keywords
-- fault: where
-- fixed: select country, count(*) from users where user_id > 1 group by country
select country, count(*) from users group by country where user_id > 1
