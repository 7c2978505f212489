select name from users where signed_up = null
