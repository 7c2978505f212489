-- class: SYN-6 common syntax error: IS where not applicable
-- fault: is in
-- fixed: select name from users where country in ('US')
select name from users where country is in ('US')
