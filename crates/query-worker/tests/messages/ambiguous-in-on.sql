-- class: SYN-1 ambiguous database object: ambiguous column
-- fault: user_id
-- fixed: select u.name from users u join orders o on o.user_id = u.user_id where u.user_id > 1
select u.name from users u join orders o on o.user_id = u.user_id where user_id > 1
