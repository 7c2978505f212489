-- class: LOG-6 function error: incorrect column as function parameter
-- fault: percentile_cont
-- fixed: select percentile_cont(0.95) within group (order by amount) from orders
select percentile_cont(95) within group (order by amount) from orders
