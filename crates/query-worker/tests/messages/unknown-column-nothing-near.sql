select telephone from users
