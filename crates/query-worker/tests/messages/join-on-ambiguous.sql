select * from users join orders on user_id = user_id
