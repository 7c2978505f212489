-- class: SEM-1 inconsistent expression: AND instead of OR
-- fault: country = 'US' and country = 'GB'
-- fixed: select name from users where country in ('US', 'GB')
select name from users where country = 'US' and country = 'GB'
