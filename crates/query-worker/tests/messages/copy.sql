-- class: none: no query
-- fault: copy
-- fixed: select * from users
copy users to 'users.csv'
