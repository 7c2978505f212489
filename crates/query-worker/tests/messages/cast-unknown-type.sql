-- class: SYN-2 undefined database object: undefined object
-- fault: number
-- fixed: select cast(amount as decimal(10, 2)) from orders
select cast(amount as number) from orders
