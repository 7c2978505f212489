-- class: SYN-3 data type mismatch: data type mismatch
-- fault: sum
-- fixed: select max(signed_up) from users
select sum(signed_up) from users
