select amount from users
