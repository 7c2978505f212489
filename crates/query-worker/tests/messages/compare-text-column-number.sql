-- class: SYN-3 data type mismatch: data type mismatch
-- fault: country
-- fixed: select name from users where country = 'US'
select name from users where country > user_id and country + 1 > 2
