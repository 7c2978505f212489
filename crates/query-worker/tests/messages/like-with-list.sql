-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: like
-- fixed: select name from users where name like 'A%' or name like 'B%'
select name from users where name like ('A%', 'B%')
