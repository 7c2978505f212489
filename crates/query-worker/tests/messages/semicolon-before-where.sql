-- class: SYN-6 common syntax error: additional semicolon
-- fault: where country = 'US'
-- fixed: select name from users where country = 'US'
select name from users; where country = 'US'
