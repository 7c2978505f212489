-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: exists
-- fixed: select name from users u where exists (select 1 from orders o where o.user_id = u.user_id)
select name from users u where u.user_id = exists (select 1 from orders o where o.user_id = u.user_id)
