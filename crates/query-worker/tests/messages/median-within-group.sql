-- class: LOG-6 function error: incorrect function
-- fault: within
-- fixed: select median(amount) from orders
select median(0.5) within group (order by amount) from orders
