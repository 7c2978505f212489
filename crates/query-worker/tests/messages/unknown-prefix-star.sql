select x.* from users
