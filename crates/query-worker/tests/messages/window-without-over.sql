select name, rank() from users
