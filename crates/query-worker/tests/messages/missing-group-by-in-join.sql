select u.name, sum(o.amount) from users u join orders o on u.user_id = o.user_id
