-- class: none: no query
-- fault: into
-- fixed: select * from users
select * into copied from users
