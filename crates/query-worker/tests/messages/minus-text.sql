-- class: SYN-3 data type mismatch: data type mismatch
-- fault: name
-- fixed: select -amount from orders
select -name from users
