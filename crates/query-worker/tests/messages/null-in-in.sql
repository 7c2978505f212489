-- class: SEM-2 inconsistent join: NULL in IN/ANY/ALL subquery
-- fault: null
-- fixed: select name from users where country in ('US') or country is null
select name from users where country in ('US', null)
