-- class: SYN-6 common syntax error: duplicate clause
-- fault: using
-- fixed: select name from users u join orders o using (user_id)
select name from users u join orders o on u.user_id = o.user_id using (user_id)
