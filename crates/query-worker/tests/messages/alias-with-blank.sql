-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: number of orders
-- fixed: select count(*) as "number of orders" from orders
select count(*) as number of orders from orders
