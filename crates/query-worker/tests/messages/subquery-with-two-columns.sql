select * from users where user_id in (select user_id, amount from orders)
