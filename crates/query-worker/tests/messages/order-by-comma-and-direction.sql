-- class: SYN-6 common syntax error: omitting commas
-- fault: country
-- fixed: select name from users order by name desc, country
select name from users order by name desc country
