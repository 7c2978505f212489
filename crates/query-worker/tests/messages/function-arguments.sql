select sum(name) from users
