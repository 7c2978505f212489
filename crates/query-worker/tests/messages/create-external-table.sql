-- class: none: no query
-- fault: create
-- fixed: select * from users
create external table t stored as csv location '/etc/passwd'
