-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: as
-- fixed: select name from users where country = 'US'
select name from users where country as 'US'
