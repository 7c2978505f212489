-- class: SYN-6 common syntax error: confusing function with function
-- fault: interval
-- fixed: select now() - interval '1 day'
select now() - interval '1 dy'
