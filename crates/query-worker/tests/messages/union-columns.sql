select name from users union select name, country from users
