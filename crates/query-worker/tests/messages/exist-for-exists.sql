-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: exist
-- fixed: select name from users u where not exists (select 1 from orders o where o.user_id = u.user_id)
select name from users u where not exist (select 1 from orders o where o.user_id = u.user_id)
