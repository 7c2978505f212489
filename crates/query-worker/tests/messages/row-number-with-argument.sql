-- class: LOG-6 function error: incorrect column as function parameter
-- fault: row_number
-- fixed: select row_number() over (order by name) from users
select row_number(name) over (order by name) from users
