-- class: SYN-3 data type mismatch: data type mismatch
-- fault: round
-- fixed: select round(amount, 1) from orders
select round(status, 1) from orders
