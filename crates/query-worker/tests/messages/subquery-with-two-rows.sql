select * from users where user_id = (select user_id from orders)
