-- class: SYN-6 common syntax error: confusing function with function
-- fault: lag
-- fixed: select lag(amount) over (order by order_id) from orders
select lag(amount) from orders
