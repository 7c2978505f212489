-- class: SEM-1 inconsistent expression: implied, tautological or inconsistent expression
-- fault: 'n'
-- fixed: select country, count(*) as n from users group by country order by n
select country, count(*) as n from users group by country order by 'n'
