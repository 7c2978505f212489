-- class: SYN-2 undefined database object: misspellings
-- fault: contry
-- fixed: select country, count(*) from users group by country
select country, count(*) from users group by contry
