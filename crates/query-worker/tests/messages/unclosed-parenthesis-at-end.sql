select name from users where user_id in (1, 2
