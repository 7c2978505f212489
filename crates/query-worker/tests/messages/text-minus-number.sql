-- class: SYN-3 data type mismatch: data type mismatch
-- fault: status - 1
-- fixed: select amount - 1 from orders
select status - 1 from orders
