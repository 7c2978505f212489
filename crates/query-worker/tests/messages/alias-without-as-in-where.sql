select name nme from users where nme = 'Ada'
