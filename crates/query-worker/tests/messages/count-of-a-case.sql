-- class: LOG-6 function error: incorrect function
-- fault: case
-- fixed: select sum(case when status = 'paid' then 1 else 0 end) from orders
select count(case when status = 'paid' then 1 else 0 end) from orders
