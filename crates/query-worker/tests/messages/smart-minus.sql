-- class: SYN-6 common syntax error: nonstandard operators
-- fault: –
-- fixed: select amount - 1 from orders
select amount – 1 from orders
