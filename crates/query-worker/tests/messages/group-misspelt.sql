-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: gruop
-- fixed: select country, count(*) from users group by country
select country, count(*) from users gruop by country
