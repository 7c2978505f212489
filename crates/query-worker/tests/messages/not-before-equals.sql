-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: not =
-- fixed: select name from users where country <> 'US'
select name from users where country not = 'US'
