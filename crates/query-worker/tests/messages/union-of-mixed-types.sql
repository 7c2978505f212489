-- class: SYN-3 data type mismatch: data type mismatch
-- fault: union
-- fixed: select name from users union all select status from orders
select signed_up from users union all select amount from orders
