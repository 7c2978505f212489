select name from users u order by exists (select 1 from orders o where o.user_id = u.user_id)
