-- class: SEM-1 inconsistent expression: wildcards without LIKE
-- fault: name = 'A%'
-- fixed: select name from users where name like 'A%'
select name from users where name = 'A%'
