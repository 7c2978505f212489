select frobnicate(name) from users
