select name,, country from users
