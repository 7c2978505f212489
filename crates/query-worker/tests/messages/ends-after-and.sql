select * from users where country = 'US' and
