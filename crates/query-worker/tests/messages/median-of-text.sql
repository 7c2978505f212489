-- class: LOG-6 function error: incorrect column as function parameter
-- fault: median
-- fixed: select median(amount) from orders
select median(status) from orders
