-- class: SYN-3 data type mismatch: data type mismatch
-- fault: avg
-- fixed: select avg(amount) from orders
select avg(status) from orders
