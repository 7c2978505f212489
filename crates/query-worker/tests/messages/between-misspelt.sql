-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: betwen
-- fixed: select order_id from orders where amount between 1 and 2
select order_id from orders where amount betwen 1 and 2
