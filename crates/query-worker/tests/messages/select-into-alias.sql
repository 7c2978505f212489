-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: total
-- fixed: select amount as total from orders
select total = amount from orders
