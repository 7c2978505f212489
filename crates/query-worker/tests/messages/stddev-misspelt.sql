-- class: SYN-2 undefined database object: misspellings
-- fault: stdev
-- fixed: select stddev(amount) from orders
select stdev(amount) from orders
