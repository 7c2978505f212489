-- class: SYN-2 undefined database object: misspellings
-- fault: averge
-- fixed: select avg(amount) from orders
select averge(amount) from orders
