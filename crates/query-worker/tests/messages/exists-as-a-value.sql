select user_id, exists (select 1 from orders o where o.user_id = u.user_id) as bought from users u
