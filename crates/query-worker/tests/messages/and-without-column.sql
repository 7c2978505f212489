-- class: SYN-3 data type mismatch: failure to specify column name twice
-- fault: 20
-- fixed: select order_id from orders where amount > 10 and amount < 20
select order_id from orders where amount > 10 and 20
