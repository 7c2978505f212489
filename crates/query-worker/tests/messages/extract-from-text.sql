-- class: SYN-3 data type mismatch: data type mismatch
-- fault: extract
-- fixed: select extract(year from signed_up) from users
select extract(year from name) from users
