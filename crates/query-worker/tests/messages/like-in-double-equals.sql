-- class: SEM-1 inconsistent expression: wildcards without LIKE
-- fault: name = '%da'
-- fixed: select name from users where name like '%da'
select name from users where name = '%da'
