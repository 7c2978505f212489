-- class: SYN-3 data type mismatch: data type mismatch
-- fault: o.user_id = u.signed_up
-- fixed: select u.name from users u join orders o on o.user_id = u.user_id
select u.name from users u join orders o on o.user_id = u.signed_up
