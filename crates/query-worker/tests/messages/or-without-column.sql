-- class: SYN-3 data type mismatch: failure to specify column name twice
-- fault: 'open'
-- fixed: select order_id from orders where status = 'paid' or status = 'open'
select order_id from orders where status = 'paid' or 'open'
