-- class: SYN-6 common syntax error: nonstandard operators
-- fault: > =
-- fixed: select order_id from orders where amount >= 1
select order_id from orders where amount > = 1
