-- class: SEM-1 inconsistent expression: incorrect wildcard
-- fault: 'A*'
-- fixed: select name from users where name like 'A%'
select name from users where name like 'A*'
