-- class: SYN-2 undefined database object: undefined function
-- fault: date_add
-- fixed: select signed_up + interval '1 day' from users
select date_add(signed_up, 1) from users
