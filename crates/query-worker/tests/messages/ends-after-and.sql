-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: $
-- fixed: select * from users where country = 'US' and name = 'Ada'
select * from users where country = 'US' and
