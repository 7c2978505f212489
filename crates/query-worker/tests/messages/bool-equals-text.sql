-- class: SYN-3 data type mismatch: data type mismatch
-- fault: 'yes'
-- fixed: select order_id from orders where (amount > 1) = true
select order_id from orders where (amount > 1) = 'yes'
