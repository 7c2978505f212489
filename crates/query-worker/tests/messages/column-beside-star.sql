-- class: SEM-5 redundant column output: duplicate column output
-- fault: name
-- fixed: select * from users
select name, * from users
