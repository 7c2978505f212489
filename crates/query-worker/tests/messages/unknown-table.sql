-- class: SYN-2 undefined database object: misspellings
-- fault: ordrs
-- fixed: select * from orders
select * from ordrs
