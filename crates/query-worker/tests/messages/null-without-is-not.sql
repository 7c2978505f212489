-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: null
-- fixed: select name from users where country is null
select name from users where country null
