-- class: SYN-2 undefined database object: synonyms
-- fault: total
-- fixed: select sum(amount) from orders
select total(amount) from orders
