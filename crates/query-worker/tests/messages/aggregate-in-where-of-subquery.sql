select * from users where user_id in (select user_id from orders where sum(amount) > 3)
