-- class: SYN-6 common syntax error: nonstandard operators
-- fault: $10
-- fixed: select order_id from orders where amount > 10
select order_id from orders where amount > $10
