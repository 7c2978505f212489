-- class: SYN-6 common syntax error: using an undefined correlation name
-- fault: b.user_id
-- fixed: select a.name from users a join orders o on a.user_id = o.user_id
select a.name from users a join orders o on a.user_id = b.user_id
