-- class: SYN-2 undefined database object: undefined column
-- fault: users_name
-- fixed: select users.name from users
select users_name from users
