-- class: SYN-2 undefined database object: undefined object
-- fault: 'users.csv'
-- fixed: select * from users
select * from 'users.csv'
