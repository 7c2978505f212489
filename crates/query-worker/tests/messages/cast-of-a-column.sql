-- class: SYN-3 data type mismatch: data type mismatch
-- fault: cast
-- fixed: select try_cast(name as int) from users
select cast(name as int) from users
