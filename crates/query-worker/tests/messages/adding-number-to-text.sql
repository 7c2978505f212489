select name + 1 from users
