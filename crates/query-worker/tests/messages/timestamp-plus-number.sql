-- class: SYN-3 data type mismatch: data type mismatch
-- fault: placed_at + 1
-- fixed: select placed_at + interval '1 day' from orders
select placed_at + 1 from orders
