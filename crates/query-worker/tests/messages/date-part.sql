-- class: SYN-6 common syntax error: confusing function with function
-- fault: extract
-- fixed: select extract(week from signed_up) from users
select extract(fortnight from signed_up) from users
