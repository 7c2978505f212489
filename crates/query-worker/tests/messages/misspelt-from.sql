select name form users
