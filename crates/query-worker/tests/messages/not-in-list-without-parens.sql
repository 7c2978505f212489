-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: 'US'
-- fixed: select name from users where country not in ('US', 'GB')
select name from users where country not in 'US', 'GB'
