-- class: SYN-6 common syntax error: confusing function with function
-- fault: interval
-- fixed: select signed_up + interval '7 days' from users
select signed_up + interval '7 dayz' from users
