-- class: SYN-2 undefined database object: undefined function
-- fault: year
-- fixed: select extract(year from signed_up) from users
select year(signed_up) from users
