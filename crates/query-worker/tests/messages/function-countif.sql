-- class: SYN-2 undefined database object: undefined function
-- fault: countif
-- fixed: select count(*) filter (where amount > 10) from orders
select countif(amount > 10) from orders
