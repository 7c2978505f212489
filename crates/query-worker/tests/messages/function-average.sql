-- class: SYN-2 undefined database object: synonyms
-- fault: average
-- fixed: select avg(amount) from orders
select average(amount) from orders
