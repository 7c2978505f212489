-- class: LOG-6 function error: incorrect function
-- fault: max
-- fixed: select greatest(amount, 5) from orders
select max(amount, 5) from orders
