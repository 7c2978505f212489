-- class: SYN-2 undefined database object: undefined function
-- fault: quarter
-- fixed: select extract(quarter from signed_up) from users
select quarter(signed_up) from users
