-- class: SYN-6 common syntax error: confusing function with function
-- fault: date_trunc
-- fixed: select date_trunc('month', placed_at) from orders
select date_trunc('monthly', placed_at) from orders
