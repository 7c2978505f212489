-- class: SYN-2 undefined database object: undefined parameter
-- fault: $1
-- fixed: select * from users where user_id = 1
select * from users where user_id = $1
