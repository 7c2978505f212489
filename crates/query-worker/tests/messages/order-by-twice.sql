-- class: SYN-6 common syntax error: duplicate clause
-- fault: order
-- fixed: select name from users order by country, name
select name from users order by country order by name
