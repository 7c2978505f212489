-- class: SYN-6 common syntax error: confusing the order of keywords
-- fault: from
-- fixed: select name from users where country = 'US'
select name where country = 'US' from users
