-- class: SYN-3 data type mismatch: data type mismatch
-- fault: signed_up > 2023
-- fixed: select name from users where extract(year from signed_up) > 2023
select name from users where signed_up > 2023
