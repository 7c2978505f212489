-- class: SYN-6 common syntax error: confusing the order of keywords
-- fault: where
-- fixed: select name from users where country = 'US' order by name
select name from users order by name where country = 'US'
