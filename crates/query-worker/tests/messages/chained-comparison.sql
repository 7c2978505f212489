-- class: SYN-6 common syntax error: nonstandard operators
-- fault: 1 < amount
-- fixed: select order_id from orders where 1 < amount and amount < 50
select order_id from orders where 1 < amount < 50
