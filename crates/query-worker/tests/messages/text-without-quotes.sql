select name from users where country = US
