-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: range
-- fixed: select sum(amount) over (order by order_id range between 1 preceding and current row) from orders
select sum(amount) over (range between 1 preceding and current row) from orders
