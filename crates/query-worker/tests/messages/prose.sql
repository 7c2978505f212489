-- class: none: no query
-- fault: how
-- fixed: select count(*) from users
how many users are there?
