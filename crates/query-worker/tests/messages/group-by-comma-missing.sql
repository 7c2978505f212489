-- class: SYN-6 common syntax error: omitting commas
-- fault: name
-- fixed: select country, name from users group by country, name
select country, name from users group by country name
