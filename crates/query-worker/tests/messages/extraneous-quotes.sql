-- class: LOG-4 expression error: extraneous quotes
-- fault: sum
-- fixed: select sum(amount) from orders
select sum('amount') from orders
