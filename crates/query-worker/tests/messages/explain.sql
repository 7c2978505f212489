-- class: none: no query
-- fault: explain
-- fixed: select * from users
explain select * from users
