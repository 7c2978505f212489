-- class: SYN-6 common syntax error: confusing function with function
-- fault: isnull
-- fixed: select name from users where country is null
select name from users where isnull(country)
