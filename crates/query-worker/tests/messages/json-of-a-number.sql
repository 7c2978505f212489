-- class: SYN-3 data type mismatch: data type mismatch
-- fault: ->>
-- fixed: select amount from orders
select amount ->> 'eur' from orders
