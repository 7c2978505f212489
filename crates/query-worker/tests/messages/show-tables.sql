-- class: none: no query
-- fault: show
-- fixed: select * from users
show tables
