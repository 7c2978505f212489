-- class: SYN-2 undefined database object: undefined object
-- fault: euro
-- fixed: select amount::decimal(10, 2) from orders
select amount::euro from orders
