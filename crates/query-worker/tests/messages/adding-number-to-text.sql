-- class: SYN-3 data type mismatch: data type mismatch
-- fault: name + 1
-- fixed: select name || '1' from users
select name + 1 from users
