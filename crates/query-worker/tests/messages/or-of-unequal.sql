-- class: SEM-1 inconsistent expression: implied, tautological or inconsistent expression
-- fault: country <> 'US' or country <> 'GB'
-- fixed: select name from users where country not in ('US', 'GB')
select name from users where country <> 'US' or country <> 'GB'
