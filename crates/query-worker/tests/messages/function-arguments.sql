-- class: SYN-3 data type mismatch: data type mismatch
-- fault: sum
-- fixed: select sum(amount) from orders
select sum(name) from users
