-- class: none: no query
-- fault: drop
-- fixed: select * from users
drop table users
