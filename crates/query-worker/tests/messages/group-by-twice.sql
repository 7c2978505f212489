-- class: SYN-6 common syntax error: duplicate clause
-- fault: group
-- fixed: select country, name, count(*) from users group by country, name
select country, name, count(*) from users group by country group by name
