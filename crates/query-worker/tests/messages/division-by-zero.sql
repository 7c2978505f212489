select user_id / (user_id - user_id) from orders
