-- class: SYN-6 common syntax error: restriction in SELECT clause
-- fault: from
-- fixed: select name from users where country = 'US'
select name, where country = 'US' from users
