-- class: SYN-6 common syntax error: using an undefined correlation name
-- fault: p.name
-- fixed: select u.name from users u, orders o where u.user_id = o.user_id
select p.name from users u, orders o where u.user_id = o.user_id
