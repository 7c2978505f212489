-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: precding
-- fixed: select sum(amount) over (order by order_id rows between 1 preceding and current row) from orders
select sum(amount) over (order by order_id rows between 1 precding and current row) from orders
