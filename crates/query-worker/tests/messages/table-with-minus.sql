-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: my-orders
-- fixed: select * from orders
select * from my-orders
