-- class: SYN-3 data type mismatch: data type mismatch
-- fault: name + country
-- fixed: select name || country from users
select name + country from users
