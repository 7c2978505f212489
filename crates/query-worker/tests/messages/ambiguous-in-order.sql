-- class: SYN-1 ambiguous database object: ambiguous column
-- fault: user_id
-- fixed: select u.name, o.amount from users u join orders o on o.user_id = u.user_id order by u.user_id
select u.name, o.amount from users u join orders o on o.user_id = u.user_id order by user_id
