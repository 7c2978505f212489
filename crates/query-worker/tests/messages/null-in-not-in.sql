-- class: SEM-2 inconsistent join: NULL in IN/ANY/ALL subquery
-- fault: null
-- fixed: select name from users where country not in ('US') and country is not null
select name from users where country not in ('US', null)
