-- class: SYN-2 undefined database object: synonyms
-- fault: price
-- fixed: select amount from orders
select price from orders
