-- class: LOG-6 function error: incorrect function
-- fault: avg
-- fixed: select avg(amount) from orders
select avg(*) from orders
