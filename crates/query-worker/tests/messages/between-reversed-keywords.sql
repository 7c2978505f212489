-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: between
-- fixed: select order_id from orders where amount between 1 and 10
select order_id from orders where between amount and 10
