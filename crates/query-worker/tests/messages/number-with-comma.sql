-- class: SYN-6 common syntax error: nonstandard operators
-- fault: 1,000
-- fixed: select order_id from orders where amount > 1000
select order_id from orders where amount > 1,000
