-- class: SYN-3 data type mismatch: data type mismatch
-- fault: 'low'
-- fixed: select order_id from orders where amount between 1 and 10
select order_id from orders where amount between 'low' and 'high'
