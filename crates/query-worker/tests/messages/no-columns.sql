select from users
