select cast(name as int) from users
