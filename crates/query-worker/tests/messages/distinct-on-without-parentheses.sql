-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: country
-- fixed: select distinct on (country) country, name from users order by country, name
select distinct on country, name from users
