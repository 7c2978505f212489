-- class: SYN-2 undefined database object: undefined function
-- fault: days
-- fixed: select date_diff('day', placed_at, now()) from orders
select days(now() - placed_at) from orders
