-- class: SYN-6 common syntax error: using an undefined correlation name
-- fault: o.name
-- fixed: select u.name from users u join orders o on u.user_id = o.user_id
select o.name from users u join orders o on u.user_id = o.user_id
