-- class: SYN-3 data type mismatch: data type mismatch
-- fault: date_trunc
-- fixed: select date_trunc('month', placed_at) from orders
select date_trunc(placed_at, 'month') from orders
