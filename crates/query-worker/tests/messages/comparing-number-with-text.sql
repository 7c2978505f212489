-- class: SYN-3 data type mismatch: data type mismatch
-- fault: 'ten'
-- fixed: select * from orders where amount > 10
select * from orders where amount > 'ten'
