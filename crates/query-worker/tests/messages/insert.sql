-- class: none: no query
-- fault: insert
-- fixed: select * from users
insert into users values (9, 'Eve', 'US', null)
