-- class: SYN-3 data type mismatch: data type mismatch
-- fault: not
-- fixed: select name from users where not country = 'US'
select name from users where not country
