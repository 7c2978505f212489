-- class: SYN-2 undefined database object: omitting quotes around character data
-- fault: month
-- fixed: select date_trunc('month', placed_at) from orders
select date_trunc(month, placed_at) from orders
