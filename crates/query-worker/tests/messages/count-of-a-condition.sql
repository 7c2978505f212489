-- class: LOG-6 function error: incorrect function
-- fault: amount > 10
-- fixed: select count(*) filter (where amount > 10) from orders
select count(amount > 10) from orders
