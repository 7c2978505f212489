-- class: SYN-6 common syntax error: using an undefined correlation name
-- fault: users.amount
-- fixed: select orders.amount from orders
select users.amount from orders
