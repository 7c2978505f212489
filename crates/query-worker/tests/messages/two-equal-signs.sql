select name from users where name = = 'Ada'
