-- class: none: no query
-- fault: update
-- fixed: select * from users
update users set name = 'x'
