-- class: SYN-3 data type mismatch: data type mismatch
-- fault: upper
-- fixed: select upper(name) from users
select upper(name, country) from users
