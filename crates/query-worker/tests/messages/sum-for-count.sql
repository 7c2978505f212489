-- class: LOG-6 function error: incorrect function
-- fault: sum
-- fixed: select count(*) from orders
select sum(*) from orders
