-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: as
-- fixed: select amount as total from orders
select as total amount from orders
