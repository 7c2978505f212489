-- class: SYN-6 common syntax error: IS where not applicable
-- fault: is 'US'
-- fixed: select name from users where country = 'US'
select name from users where country is 'US'
