select * from users where name in ('Ada', 3)
