-- class: SYN-3 data type mismatch: data type mismatch
-- fault: sum
-- fixed: select count(*) filter (where amount > 10) from orders
select sum(amount > 10) from orders
