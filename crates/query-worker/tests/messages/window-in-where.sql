-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: row_number
-- fixed: select name from users qualify row_number() over (order by name) = 1
select name from users where row_number() over (order by name) = 1
