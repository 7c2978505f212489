-- class: LOG-6 function error: incorrect column as function parameter
-- fault: substr
-- fixed: select substr(name, 1, 3) from users
select substr(name) from users
