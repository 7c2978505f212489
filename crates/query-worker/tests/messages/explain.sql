explain select * from users
