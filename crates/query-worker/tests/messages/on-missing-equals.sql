-- class: SYN-6 common syntax error: omitting commas
-- fault: o
-- fixed: select u.name from users u join orders o on u.user_id = o.user_id
select u.name from users u join orders o on u.user_id o.user_id
