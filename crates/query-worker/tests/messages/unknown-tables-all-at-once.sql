-- class: SYN-2 undefined database object: misspellings
-- fault: usrs
-- fixed: select * from users join orders on users.user_id = orders.user_id
select * from usrs join ordrs on usrs.user_id = ordrs.user_id
