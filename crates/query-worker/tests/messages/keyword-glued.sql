-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: groupby
-- fixed: select country, count(*) from users group by country
select country, count(*) from users groupby country
