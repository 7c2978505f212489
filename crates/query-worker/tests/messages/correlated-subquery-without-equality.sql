select u.user_id, (select count(*) from orders o where o.amount < u.user_id) as smaller from users u
