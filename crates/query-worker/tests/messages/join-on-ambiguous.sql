-- class: SYN-1 ambiguous database object: ambiguous column
-- fault: user_id
-- fixed: select * from users join orders on users.user_id = orders.user_id
select * from users join orders on user_id = user_id
